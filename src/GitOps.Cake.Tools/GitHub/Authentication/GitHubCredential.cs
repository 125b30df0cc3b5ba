namespace GitOps.Cake.GitHub.Authentication;

/// <summary>Who talks to GitHub, and where that was said.</summary>
internal abstract record GitHubCredential(string Source)
{
    /// <summary>The identity in words.</summary>
    public abstract string Describe();

    /// <summary>The value that must never be shown.</summary>
    public abstract Secret Hidden { get; }

    /// <summary>A token of any kind.</summary>
    public sealed record Token(Secret Value, string Source) : GitHubCredential(Source)
    {
        public override Secret Hidden => Value;

        public override string Describe() => $"with the token of {Source}";
    }

    /// <summary>A GitHub App.</summary>
    /// <param name="Issuer">Its client id or id.</param>
    /// <param name="Key">Its private key, as PEM or the path of a file.</param>
    /// <param name="Source">Where it was said.</param>
    /// <param name="KeyName">What messages call the key.</param>
    /// <param name="Installation">The installation, where it was said.</param>
    public sealed record App(string Issuer, Secret Key, string Source, string KeyName, long? Installation) : GitHubCredential(Source)
    {
        public override Secret Hidden => Key;

        public override string Describe() => $"as the GitHub App {Issuer} of {Source}";
    }
}
