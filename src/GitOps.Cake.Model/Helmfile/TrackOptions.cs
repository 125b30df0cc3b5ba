namespace GitOps.Cake.Helmfile;

/// <summary>How the rollout of releases is followed. All but <see cref="Mode"/> is for <see cref="TrackMode.Kubedog"/>.</summary>
public sealed record TrackOptions
{
    /// <summary>Who follows it.</summary>
    /// <value>By default what the state file says, else helm.</value>
    public TrackMode? Mode { get; init; }

    /// <summary>How long it is followed.</summary>
    /// <value>By default five minutes.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the logs of all Pods are shown.</summary>
    public bool Logs { get; init; }

    /// <summary>Whether the logs of failing Pods are shown.</summary>
    public bool FailedLogs { get; init; }

    /// <summary>After how long a helm that hangs once everything is ready is interrupted.</summary>
    /// <value>By default never.</value>
    public TimeSpan? HelmStuckGrace { get; init; }

    /// <summary>Whether an error of the tracker fails the release.</summary>
    public bool FailOnError { get; init; }
}
