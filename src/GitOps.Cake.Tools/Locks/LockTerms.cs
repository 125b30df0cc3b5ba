using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Locks;

/// <summary>What a lock is about and how it is taken, with every default in it.</summary>
internal sealed record LockTerms
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromMinutes(1);

    public required string Scope { get; init; }

    public required LockHolder Holder { get; init; }

    public bool Waits { get; init; } = true;

    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>How long the Lease lives without being renewed.</summary>
    public TimeSpan Duration { get; init; } = DefaultDuration;

    public string Namespace { get; init; } = "default";

    /// <summary>How often a Lease that somebody else holds is looked at.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(Math.Min(1, Duration.TotalSeconds / 4));

    /// <summary>How often the Lease is renewed.</summary>
    public TimeSpan Renewal => Duration / 4;

    /// <summary>How long a holder that cannot renew goes on: it has stopped before somebody else may start.</summary>
    public TimeSpan Patience => Duration * 3 / 4;

    /// <exception cref="InvalidSettingsException">A time is none.</exception>
    public static LockTerms Of(HelmfileScope scope, LockOptions options, string workspace)
    {
        var (timeout, duration) = (options.Timeout ?? DefaultTimeout, options.Duration ?? DefaultDuration);
        if (timeout <= TimeSpan.Zero)
            throw new InvalidSettingsException($"Lock.Timeout is {timeout}, which is no time to wait. Name a longer one, or do not wait (Lock.Mode, --lock=fail).");
        if (duration < TimeSpan.FromSeconds(1))
            throw new InvalidSettingsException($"Lock.Duration is {duration}; a Lease lives for a second at least.");

        return new()
        {
            Scope = ScopeName.Of(scope, workspace),
            Holder = LockHolder.Of(options.RunUrl, workspace),
            Waits = options.Mode is not LockMode.Fail,
            Timeout = timeout,
            Duration = duration,
            Namespace = options.Namespace ?? "default",
        };
    }
}
