namespace GitOps.Cake.GitHub.Authentication;

/// <summary>An App in one repository: tokens of an hour, for that repository and the permissions that are needed, renewed before they end.</summary>
internal sealed class InstallationToken(AppInstallation installation, AppStatement app) : ITokenSource, IDisposable
{
    /// <summary>A request may wait and be repeated for some minutes before the token is looked at.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private AppInstallation.Token? _token;

    public async Task<Secret> GetAsync(CancellationToken cancellationToken)
    {
        if (_token is { } known && known.ExpiresAt - Reserve > app.Now)
            return known.Value;

        return await MakeAsync(_token?.Value, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Secret?> RenewAsync(Secret refused, DateTimeOffset? serverTime, CancellationToken cancellationToken) =>
        await MakeAsync(refused, cancellationToken).ConfigureAwait(false);

    public void Dispose() => _turn.Dispose();

    // Requests that run beside each other find the same token too old; the first one makes another.
    private async Task<Secret> MakeAsync(Secret? old, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token is null || _token.Value.Equals(old))
                _token = await installation.CreateTokenAsync(cancellationToken).ConfigureAwait(false);

            return _token.Value;
        }
        finally
        {
            _turn.Release();
        }
    }
}
