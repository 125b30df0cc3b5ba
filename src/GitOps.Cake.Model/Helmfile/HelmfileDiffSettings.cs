using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How a helmfile is compared with its cluster.</summary>
public sealed record HelmfileDiffSettings
{
    /// <summary>What is compared with which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>What is done about releases that the chosen ones need.</summary>
    public NeedsSelection Needs { get; init; } = new();

    /// <summary>How the difference is found and shown.</summary>
    public DiffOptions Diff { get; init; } = new();

    /// <summary>Whether the live objects are compared, too: what was changed by hand is shown.</summary>
    /// <value>By default false: the last revision is compared, as helmfile does.</value>
    public bool Drift { get; init; }

    /// <summary>What would become of the values of the last revision.</summary>
    /// <value>By default what the state file says.</value>
    public PreviousValues PreviousValues { get; init; }

    /// <summary>Whether objects of other owners would be taken over.</summary>
    public bool TakeOwnership { get; init; }

    /// <summary>Who would merge objects, with helm 4.</summary>
    /// <value>By default what the state file says.</value>
    public ServerSideApply? ServerSide { get; init; }

    /// <summary>A program (helm 3) or plugin (helm 4) that rewrites manifests; a release's own wins.</summary>
    public string? PostRenderer { get; init; }

    /// <summary>Arguments of the post-renderer.</summary>
    public ImmutableArray<string> PostRendererArgs { get; init; } = [];

    /// <summary>Whether the rendered manifests are checked against the cluster's API.</summary>
    public bool Validate { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Words that are added to every rendering, as in <c>--dry-run=server</c>; they take the place of the state file's <c>templateArgs</c>.</summary>
    public ImmutableArray<string> TemplateArgs { get; init; } = [];

    /// <summary>Where the plan is written as JSON, relative to the workspace.</summary>
    /// <value>By default the plan is not written.</value>
    public string? PlanFile { get; init; }

    /// <summary>How long the whole comparison may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
