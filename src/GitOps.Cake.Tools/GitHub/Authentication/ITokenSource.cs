namespace GitOps.Cake.GitHub.Authentication;

/// <summary>Where the token of a request comes from.</summary>
internal interface ITokenSource
{
    /// <summary>A token that is valid as far as this machine can tell.</summary>
    Task<Secret> GetAsync(CancellationToken cancellationToken);

    /// <summary>Another token in place of one that GitHub did not take; null where there is no other.</summary>
    /// <param name="refused">The token that was not taken.</param>
    /// <param name="serverTime">GitHub's time, where its answer told it.</param>
    /// <param name="cancellationToken">Stops the renewal.</param>
    Task<Secret?> RenewAsync(Secret refused, DateTimeOffset? serverTime, CancellationToken cancellationToken);
}
