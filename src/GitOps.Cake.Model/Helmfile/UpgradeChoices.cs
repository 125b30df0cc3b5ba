using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How releases are installed and upgraded; what is set wins over the state file for every release.</summary>
public sealed record UpgradeChoices
{
    /// <summary>Whether helm waits until the resources are ready.</summary>
    /// <value>By default what the state file says.</value>
    public bool Wait { get; init; }

    /// <summary>Whether waiting includes jobs.</summary>
    /// <value>By default what the state file says.</value>
    public bool WaitForJobs { get; init; }

    /// <summary>How long helm waits for each release.</summary>
    /// <value>By default what the state file says, else five minutes.</value>
    public TimeSpan? UpgradeTimeout { get; init; }

    /// <summary>What becomes of the values of the last revision.</summary>
    /// <value>By default what the state file says.</value>
    public PreviousValues PreviousValues { get; init; }

    /// <summary>Whether the CRDs of charts are not installed.</summary>
    public bool SkipCrds { get; init; }

    /// <summary>Whether <c>values.schema.json</c> of charts is not checked.</summary>
    public bool SkipSchemaValidation { get; init; }

    /// <summary>Whether helm does not print the notes of charts.</summary>
    public bool HideNotes { get; init; }

    /// <summary>Whether objects of other owners are taken over.</summary>
    public bool TakeOwnership { get; init; }

    /// <summary>Who merges objects, with helm 4.</summary>
    /// <value>By default what the state file says.</value>
    public ServerSideApply? ServerSide { get; init; }

    /// <summary>Whether the labels of releases become labels of their records.</summary>
    public bool SyncReleaseLabels { get; init; }

    /// <summary>What becomes of the dependents of deleted objects.</summary>
    /// <value>By default what the state file says.</value>
    public DeletionCascade? Cascade { get; init; }

    /// <summary>The description of the revisions.</summary>
    /// <value>By default what the state file says, else helm's.</value>
    public string? Description { get; init; }

    /// <summary>A program (helm 3) or plugin (helm 4) that rewrites manifests; a release's own wins.</summary>
    public string? PostRenderer { get; init; }

    /// <summary>Arguments of the post-renderer.</summary>
    public ImmutableArray<string> PostRendererArgs { get; init; } = [];

    /// <summary>Words for <c>helm upgrade</c>; they take the place of the state file's <c>syncArgs</c>.</summary>
    public ImmutableArray<string> SyncArgs { get; init; } = [];

    /// <summary>How the rollout is followed.</summary>
    public TrackOptions Track { get; init; } = new();
}
