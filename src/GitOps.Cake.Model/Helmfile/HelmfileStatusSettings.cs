using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the status of deployed releases is asked.</summary>
public sealed record HelmfileStatusSettings
{
    /// <summary>What is asked of which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
