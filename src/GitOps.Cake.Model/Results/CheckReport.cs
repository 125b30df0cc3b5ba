using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>What checks of releases came to: an examination, tests in the cluster, or unit tests.</summary>
public sealed record CheckReport
{
    /// <summary>Whether no check failed.</summary>
    public bool Succeeded => Releases.All(release => release.Succeeded);

    /// <summary>One per release that was checked, in order.</summary>
    public ImmutableArray<ReleaseCheck> Releases { get; init => field = value.OrEmpty(); } = [];
}
