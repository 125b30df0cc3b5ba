namespace GitOps.Cake.GitHub.Authentication;

/// <summary>A token that somebody handed over.</summary>
internal sealed class FixedToken(Secret token) : ITokenSource
{
    public Task<Secret> GetAsync(CancellationToken cancellationToken) => Task.FromResult(token);

    public Task<Secret?> RenewAsync(Secret refused, DateTimeOffset? serverTime, CancellationToken cancellationToken) => Task.FromResult<Secret?>(null);
}
