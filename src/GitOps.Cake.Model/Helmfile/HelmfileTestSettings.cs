using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the tests of deployed releases are run.</summary>
public sealed record HelmfileTestSettings
{
    /// <summary>What is tested in which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Whether the logs of test Pods are shown.</summary>
    public bool Logs { get; init; }

    /// <summary>How long each test may take.</summary>
    /// <value>By default what the state file says, else five minutes.</value>
    public TimeSpan? TestTimeout { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
