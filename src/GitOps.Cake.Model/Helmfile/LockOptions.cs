namespace GitOps.Cake.Helmfile;

/// <summary>
/// How a scope is kept from being changed by two at once: while it is changed, a Lease in the target cluster is held, which laptops, CI systems and
/// agents share. It remembers the commit that was applied last, so that an older one is not applied by accident.
/// </summary>
public sealed record LockOptions
{
    /// <summary>What happens where somebody else changes the scope.</summary>
    /// <value>By default <see cref="LockMode.Wait"/>.</value>
    public LockMode? Mode { get; init; }

    /// <summary>How long it is waited for.</summary>
    /// <value>By default ten minutes.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long the Lease outlives a holder that is gone. It is renewed four times as often, and a holder that cannot renew it stops before.</summary>
    /// <value>By default a minute.</value>
    public TimeSpan? Duration { get; init; }

    /// <summary>The namespace of the Lease. It has to be the same wherever the scope is changed from, so a kubeconfig's own does not count.</summary>
    /// <value>By default <c>default</c>.</value>
    public string? Namespace { get; init; }

    /// <summary>Whether nothing is changed where the Lease cannot be had, or where nobody can tell whether the commit is an older one.</summary>
    /// <value>By default false: that is told as a warning.</value>
    public bool RequireLock { get; init; }

    /// <summary>Whether a commit may be applied that comes before the one that was applied last.</summary>
    /// <value>By default false.</value>
    public bool Rollback { get; init; }

    /// <summary>The page of the run, for those who wait.</summary>
    /// <value>By default the one that the CI system names.</value>
    public string? RunUrl { get; init; }
}
