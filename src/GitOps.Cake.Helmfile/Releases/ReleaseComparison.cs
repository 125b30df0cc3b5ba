using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>How a release's difference is shown, by the state file.</summary>
internal sealed record ReleaseComparison
{
    /// <summary>Whether the content of a difference is hidden.</summary>
    public bool SuppressDiff { get; init; }

    /// <summary>Lines that are hidden from a difference.</summary>
    public ImmutableArray<string> SuppressOutputLineRegex { get; init; } = [];
}
