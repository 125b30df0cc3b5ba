using System.Collections.Immutable;
using GitOps.Cake.Policies;

namespace GitOps.Cake.Helmfile;

/// <summary>How a helmfile is applied to its cluster.</summary>
public sealed record HelmfileApplySettings
{
    /// <summary>What is applied to which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>What is done about releases that the chosen ones need.</summary>
    public NeedsSelection Needs { get; init; } = new();

    /// <summary>How the plan is made.</summary>
    public DiffOptions Diff { get; init; } = new();

    /// <summary>How releases are installed and upgraded.</summary>
    public UpgradeChoices Upgrade { get; init; } = new();

    /// <summary>Whether the live objects are compared, too: what was changed by hand is shown.</summary>
    /// <value>By default false: the last revision is compared, as helmfile does.</value>
    public bool Drift { get; init; }

    /// <summary>Whether the plan, the ownership of its objects and a dry run by the server are all that is done.</summary>
    /// <value>By default false.</value>
    public bool DryRun { get; init; }

    /// <summary>What happens to the other releases after one failed.</summary>
    /// <value>By default <see cref="FailurePolicy.Stop"/>, as helmfile does.</value>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Stop;

    /// <summary>
    /// Whether releases whose last revision failed, and whose files are the same, are synced after the apply. Only the real helmfile
    /// needs to be told: the native engine tries them again in any case.
    /// </summary>
    /// <value>By default false: the apply ends as failed while one is left, and names it.</value>
    public bool RetryFailed { get; init; }

    /// <summary>
    /// Whether every release whose prepare hooks ran gets its cleanup hooks, also where nothing changes, and preapply hooks run for nothing but what changes.
    /// </summary>
    /// <value>By default false, as helmfile does it.</value>
    public bool PairHooks { get; init; }

    /// <summary>Whether the rendered manifests are checked against the cluster's API.</summary>
    public bool Validate { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Words that are added to every rendering, as in <c>--dry-run=server</c>; they take the place of the state file's <c>templateArgs</c>.</summary>
    public ImmutableArray<string> TemplateArgs { get; init; } = [];

    /// <summary>Where the plan is written as JSON before anything changes, relative to the workspace.</summary>
    /// <value>By default the plan is not written.</value>
    public string? PlanFile { get; init; }

    /// <summary>The file of a plan that was approved, relative to the workspace. The apply changes nothing unless its own plan is the same.</summary>
    /// <value>By default no approval is asked for.</value>
    public string? ApprovedPlan { get; init; }

    /// <summary>The digest of a plan that was approved. The apply changes nothing unless its own plan has it.</summary>
    /// <value>By default no approval is asked for.</value>
    public string? AcceptDigest { get; init; }

    /// <summary>What a plan is allowed to do. The apply changes nothing where the plan breaks it.</summary>
    /// <value>By default everything.</value>
    public PlanPolicy Policy { get; init; } = PlanPolicy.None;

    /// <summary>How it is kept apart from others that change the scope.</summary>
    public LockOptions Lock { get; init; } = new();

    /// <summary>How long the whole apply may take.</summary>
    /// <value>By default there is no limit; each release has its own timeout.</value>
    public TimeSpan? Timeout { get; init; }
}
