using System.Collections.Immutable;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile;

/// <summary>What all calls of a <see cref="HelmfileClient"/> have in common.</summary>
public sealed record HelmfileClientOptions
{
    /// <summary>The folder that the paths of scopes start from.</summary>
    /// <value>By default the current folder.</value>
    public string? Workspace { get; init; }

    /// <summary>Hears what the client does.</summary>
    /// <value>By default nobody.</value>
    public IRunLog? Log { get; init; }

    /// <summary>
    /// Whether a person looks on: then one line per release is told while the real helmfile works, and the rest of its log at the
    /// verbose level.
    /// </summary>
    /// <value>By default every line is told.</value>
    public bool ProgressPerRelease { get; init; }

    /// <summary>Names of variables that helm and hooks get although they hold credentials of GitHub or of the CI system.</summary>
    /// <value>By default none.</value>
    public ImmutableArray<string> PassEnvironment { get; init; } = [];

    /// <summary>
    /// Runs the programs of the engine that drives the real helmfile, in the place of the operating system. Tools need not be
    /// installed then, and no cluster is asked but through the runner: a build can be tested with one that records its commands.
    /// </summary>
    /// <value>By default a <see cref="ToolRunner"/>.</value>
    public IToolRunner? Runner { get; init; }

    /// <summary>The key that binds the values of Secrets to a plan's digest.</summary>
    /// <value>By default the environment variable <c>GITOPS_PLAN_KEY</c>; without one a plan says that they are not bound.</value>
    public Secret? PlanKey { get; init; }
}
