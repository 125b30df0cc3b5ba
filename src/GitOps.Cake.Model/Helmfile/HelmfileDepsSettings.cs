using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the dependencies of charts are resolved and locked.</summary>
public sealed record HelmfileDepsSettings
{
    /// <summary>What is resolved.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Whether repositories are taken as they were added before. Registries are logged in to all the same.</summary>
    public bool SkipRepos { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
