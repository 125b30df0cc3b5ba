namespace GitOps.Cake;

/// <summary>A value that must never be printed: its text form is <c>***</c>, whoever formats it.</summary>
/// <param name="value">The value itself.</param>
/// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
public sealed class Secret(string value) : IEquatable<Secret>
{
    /// <summary>What stands in a text in place of a secret.</summary>
    public const string Mask = "***";

    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Gives the value to the one place that needs it, such as a request header.</summary>
    public string Reveal() => _value;

    /// <summary>Always <see cref="Mask"/>.</summary>
    public override string ToString() => Mask;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);
}
