using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the repositories of a helmfile are added to helm.</summary>
public sealed record HelmfileReposSettings
{
    /// <summary>What is read.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
