namespace GitOps.Cake.GitHub.Places;

/// <summary>
/// What is read of a pull request as GitHub sends it, alone or in a list. The client's own type wants far more than GitHub promises, such as
/// the whole repository of a fork.
/// </summary>
internal sealed class PullRequestAnswer
{
    public int Number { get; set; }

    public string State { get; set; } = "";

    public string Title { get; set; } = "";

    public string? Body { get; set; }

    public DateTimeOffset? MergedAt { get; set; }

    public string? MergeCommitSha { get; set; }

    public string? HtmlUrl { get; set; }

    public End Head { get; set; } = new();

    public End Base { get; set; } = new();

    public PullRequestFacts Facts(RepositoryName repository) => new()
    {
        Number = Number,
        HeadSha = Head.Sha,
        HeadBranch = Head.Ref,
        BaseBranch = Base.Ref,
        IsFork = !repository.Is(Head.Repo?.FullName),
        IsOpen = State == "open",
        IsMerged = MergedAt is not null,
        MergeSha = MergeCommitSha,
    };

    /// <summary>One end of it.</summary>
    public sealed class End
    {
        public string Ref { get; set; } = "";

        public string Sha { get; set; } = "";

        /// <summary>Null where a fork was deleted.</summary>
        public Repository? Repo { get; set; }
    }

    /// <summary>The repository of an end.</summary>
    public sealed class Repository
    {
        public string? FullName { get; set; }
    }
}
