using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>What counts as a difference between two manifests, and how much of it is shown.</summary>
internal sealed record ComparisonRules
{
    public static ComparisonRules Default { get; } = new();

    /// <summary>Lines that are hidden. What differs in nothing else still counts.</summary>
    public Func<string, bool>? HiddenLines { get; init; }

    /// <summary>Kinds whose content is hidden. Their changes still count.</summary>
    public ImmutableHashSet<string> SuppressedKinds { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Fields that do not count at all.</summary>
    public FieldIgnores Ignored { get; init; } = FieldIgnores.None;

    /// <summary>Whether a carriage return at the end of a line does not count.</summary>
    public bool StripTrailingCr { get; init; }

    /// <summary>Whether comments, quotes and the order of keys do not count.</summary>
    public bool Normalize { get; init; }

    /// <summary>How many equal lines stand around a change; 0 for all.</summary>
    public int Context { get; init; } = 3;
}
