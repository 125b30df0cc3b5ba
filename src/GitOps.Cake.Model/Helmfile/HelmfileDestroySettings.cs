using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the chosen releases of a helmfile are uninstalled.</summary>
public sealed record HelmfileDestroySettings
{
    /// <summary>What is uninstalled from which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>What becomes of the dependents of deleted objects.</summary>
    /// <value>By default what the state file says.</value>
    public DeletionCascade? Cascade { get; init; }

    /// <summary>Whether charts are not prepared; an uninstall does not need them.</summary>
    public bool SkipCharts { get; init; }

    /// <summary>Whether every release whose prepare hooks ran gets its cleanup hooks, also after it was uninstalled.</summary>
    /// <value>By default false, as helmfile does it.</value>
    public bool PairHooks { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How it is kept apart from others that change the scope.</summary>
    public LockOptions Lock { get; init; } = new();

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
