namespace GitOps.Cake.GitHub.Authentication;

/// <summary>An App as itself: short statements that its key signs, dated by GitHub's clock where this machine's is wrong.</summary>
internal sealed class AppStatement(string issuer, AppKey key, TimeProvider time) : ITokenSource
{
    /// <summary>A smaller difference is no reason for a refusal.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(10);

    private TimeSpan _skew;

    /// <summary>GitHub's time, as far as it is known.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + _skew;

    public Task<Secret> GetAsync(CancellationToken cancellationToken) => Task.FromResult(key.Sign(issuer, Now));

    public Task<Secret?> RenewAsync(Secret refused, DateTimeOffset? serverTime, CancellationToken cancellationToken)
    {
        if (serverTime is not { } right || (right - Now).Duration() < Tolerated)
            return Task.FromResult<Secret?>(null);

        _skew = right - time.GetUtcNow();
        return Task.FromResult<Secret?>(key.Sign(issuer, Now));
    }
}
