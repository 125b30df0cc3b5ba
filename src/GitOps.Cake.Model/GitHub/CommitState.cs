namespace GitOps.Cake.GitHub;

/// <summary>The state of a commit status.</summary>
public enum CommitState
{
    /// <summary>Something is under way.</summary>
    Pending,

    /// <summary>It went well.</summary>
    Success,

    /// <summary>It did not: the content is at fault.</summary>
    Failure,

    /// <summary>It could not be told: something around it is at fault.</summary>
    Error,
}
