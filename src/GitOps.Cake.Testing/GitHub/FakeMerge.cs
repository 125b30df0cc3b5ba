namespace GitOps.Cake.Testing.GitHub;

/// <summary>How a pull request is merged.</summary>
public enum FakeMerge
{
    /// <summary>With a commit of two parents.</summary>
    Merge,

    /// <summary>As one new commit.</summary>
    Squash,

    /// <summary>As copies of its commits.</summary>
    Rebase,

    /// <summary>By the merge queue: the branch goes on to the commit that the queue tested, see <see cref="FakeRepository.QueuePullRequest"/>.</summary>
    Queue,
}
