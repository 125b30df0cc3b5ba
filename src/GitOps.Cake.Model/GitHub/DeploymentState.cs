namespace GitOps.Cake.GitHub;

/// <summary>Where a deployment stands.</summary>
public enum DeploymentState
{
    /// <summary>It waits.</summary>
    Queued,

    /// <summary>It is under way.</summary>
    InProgress,

    /// <summary>It went well.</summary>
    Success,

    /// <summary>It did not.</summary>
    Failure,

    /// <summary>It could not be told.</summary>
    Error,

    /// <summary>Another one took its place.</summary>
    Inactive,
}
