namespace GitOps.Cake.GitHub.Http;

/// <summary>
/// What the pipeline has to know of the call that a request belongs to. The client in between hands on neither a token of cancellation
/// nor a meaning, so they travel with the flow of the call.
/// </summary>
internal sealed class GitHubCall
{
    private static readonly AsyncLocal<GitHubCall?> Flow = new();

    private GitHubCall(bool isRepeatable, CancellationToken cancellationToken) => (IsRepeatable, CancellationToken) = (isRepeatable, cancellationToken);

    /// <summary>The call of this flow.</summary>
    public static GitHubCall Current => Flow.Value ?? new(isRepeatable: false, CancellationToken.None);

    /// <summary>Whether its requests may be sent again although they may have been carried out.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Ends the call, also while it waits.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Makes a call.</summary>
    /// <param name="isRepeatable">Whether its requests may be sent again although they may have been carried out.</param>
    /// <param name="call">What it does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<T> RunAsync<T>(bool isRepeatable, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flow.Value = new(isRepeatable, cancellationToken);
        return await call().ConfigureAwait(false);
    }
}
