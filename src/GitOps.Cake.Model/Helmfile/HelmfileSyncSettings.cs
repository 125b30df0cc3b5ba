using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How every chosen release of a helmfile is upgraded, changed or not.</summary>
public sealed record HelmfileSyncSettings
{
    /// <summary>What is synced with which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>What is done about releases that the chosen ones need.</summary>
    public NeedsSelection Needs { get; init; } = new();

    /// <summary>How releases are installed and upgraded.</summary>
    public UpgradeChoices Upgrade { get; init; } = new();

    /// <summary>What happens to the other releases after one failed.</summary>
    /// <value>By default <see cref="FailurePolicy.Stop"/>, as helmfile does.</value>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Stop;

    /// <summary>Whether the rendered manifests are checked against the cluster's API.</summary>
    public bool Validate { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Words that are added to every rendering, as in <c>--dry-run=server</c>; they take the place of the state file's <c>templateArgs</c>.</summary>
    public ImmutableArray<string> TemplateArgs { get; init; } = [];

    /// <summary>How it is kept apart from others that change the scope.</summary>
    public LockOptions Lock { get; init; } = new();

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
