namespace GitOps.Cake.Plans;

/// <summary>Where a plan comes from. Two plans of other origin may have one digest.</summary>
public sealed record PlanOrigin
{
    /// <summary>When the plan was made, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The engine and its version, as in <c>native 1.0.0</c>.</summary>
    public string? Engine { get; init; }

    /// <summary>The version of helm.</summary>
    public string? Helm { get; init; }

    /// <summary>The version of the cluster, as in <c>v1.33.1</c>.</summary>
    public string? Kubernetes { get; init; }

    /// <summary>The context of the kubeconfig that the releases without one of their own go to, as this machine names it.</summary>
    public string? KubeContext { get; init; }

    /// <summary>The state file, relative to the workspace.</summary>
    public string? File { get; init; }

    /// <summary>The commit that the content was read at.</summary>
    public string? Commit { get; init; }

    /// <summary>How long the plan took.</summary>
    public TimeSpan? Duration { get; init; }
}
