using System.Collections.Immutable;

namespace GitOps.Cake.GitHub;

/// <summary>Where a run is: what it builds, on behalf of which pull request, and where it can be seen.</summary>
public sealed record RunPlace
{
    /// <summary>The system that runs the build, as in <c>GitHub Actions</c>; <c>this machine</c> where none is recognised.</summary>
    public required string System { get; init; }

    /// <summary>The repository on GitHub as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The whole SHA of the commit to report on: of a pull request its head, never the merge that a CI system tests.</summary>
    public required string Sha { get; init; }

    /// <summary>The branch that is built, where it is known.</summary>
    public string? Branch { get; init; }

    /// <summary>The branch that the pull request is to be merged into.</summary>
    public string? BaseBranch { get; init; }

    /// <summary>The number of the pull request; null where none is built.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Whether the pull request comes from another repository, so that its content is a stranger's.</summary>
    public bool IsFork { get; init; }

    /// <summary>Whether anything told where the pull request comes from; <see cref="IsFork"/> says no where nothing did.</summary>
    internal bool IsForkKnown { get; init; }

    /// <summary>Whether the run is there because the pull request was merged.</summary>
    internal bool IsMerged { get; init; }

    /// <summary>Whether what is built is a pull request, or several together, as a merge queue tests them.</summary>
    internal bool IsMergeGroup => Branch?.StartsWith("gh-readonly-queue/", StringComparison.Ordinal) == true;

    /// <summary>What happened, in the words of the CI system, as in <c>push</c> or <c>pull_request</c>.</summary>
    public string? Event { get; init; }

    /// <summary>The page of the run.</summary>
    public string? RunUrl { get; init; }

    /// <summary>What tells the run from others of its system.</summary>
    public string? RunId { get; init; }

    /// <summary>Which try of the run this is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The head before the push that this run is about, where the event tells it.</summary>
    public string? Before { get; init; }

    /// <summary>Where repository, SHA and pull request were taken from, each a sentence.</summary>
    public ImmutableArray<string> Reasons { get; init => field = value.OrEmpty(); } = [];
}
