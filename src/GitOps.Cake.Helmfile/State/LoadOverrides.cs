using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State;

/// <summary>What a user says beside the scope's own settings.</summary>
internal sealed record LoadOverrides
{
    /// <summary>The context of every release.</summary>
    public string? KubeContext { get; init; }

    /// <summary>The namespace of every release.</summary>
    public string? Namespace { get; init; }

    /// <summary>The chart of every release.</summary>
    public string? Chart { get; init; }

    /// <summary>State values that stay texts, as in <c>build=007</c>.</summary>
    public ImmutableArray<string> StateValuesSetString { get; init; } = [];
}
