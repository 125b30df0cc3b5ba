namespace GitOps.Cake.Helmfile;

/// <summary>How the values of an environment are told. They can hold decrypted secrets.</summary>
public sealed record HelmfilePrintEnvSettings
{
    /// <summary>What is read.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
