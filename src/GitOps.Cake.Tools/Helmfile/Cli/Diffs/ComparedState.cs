namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>What a comparison tells of a release.</summary>
internal enum ComparedState
{
    Unchanged,

    /// <summary>Resources would be added and nothing else: no text tells a new release from one that only gains resources.</summary>
    Added,

    Changed,

    /// <summary>The release would be uninstalled. No output shows its resources.</summary>
    Uninstalled,

    /// <summary>Something differs, and the state file or an option asks not to show what.</summary>
    Suppressed,

    /// <summary>A new release that an option asks not to compare.</summary>
    Skipped,

    /// <summary>The comparison of this release failed.</summary>
    Failed,

    /// <summary>The comparison of another release failed: nothing tells whether this one was compared.</summary>
    NotCompared,
}
