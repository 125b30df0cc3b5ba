namespace GitOps.Cake.Tooling;

/// <summary>
/// A text handed to a tool (an argument, the value of a variable, its standard input) that knows whether it is secret.
/// A string and a <see cref="Secret"/> are arguments by themselves.
/// </summary>
public sealed class Argument
{
    private readonly string _value;
    private readonly string _shown;

    /// <summary>An argument that everybody may see.</summary>
    /// <param name="value">The text.</param>
    public Argument(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        (_value, _shown) = (value, value);
    }

    /// <summary>An argument with a secret in it, shown as <c>***</c> behind its prefix.</summary>
    /// <param name="prefix">What everybody may see, as in <c>--token=</c>.</param>
    /// <param name="secret">What nobody may see.</param>
    public Argument(string prefix, Secret secret)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(secret);
        (_value, _shown, Secret) = (prefix + secret.Reveal(), prefix + Secret.Mask, secret);
    }

    private Argument(string value, string shown) => (_value, _shown) = (value, shown);

    /// <summary>The secret part; null where there is none.</summary>
    public Secret? Secret { get; }

    /// <summary>An argument that everybody may see.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator Argument(string value) => new(value);

    /// <summary>An argument that is secret as a whole.</summary>
    /// <param name="secret">What nobody may see.</param>
    public static implicit operator Argument(Secret secret) => new("", secret);

    /// <summary>The argument as a person may see it.</summary>
    public override string ToString() => _shown;

    /// <summary>An argument that is too long to be shown; an empty text leaves it out.</summary>
    internal static Argument Abridged(string value, string shown) => new(value, shown);

    /// <summary>The argument as the tool gets it.</summary>
    internal string Reveal() => _value;
}
