using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Plans;

namespace GitOps.Cake.GitHub.Approvals;

/// <summary>
/// That the apply of a commit was stopped, kept at the commit in a status of this identity: a scheduled run, which no pull request's plan binds, does
/// not apply what a push was stopped for. It says success once a plan was approved or accepted.
/// </summary>
internal sealed class StoppedApply(GitHubRun run, string scope)
{
    private readonly string _context = StatusName.Of("gitops/stopped", scope);

    /// <summary>Keeps it. What stopped the apply is what people have to know, so a status that cannot be set is only told.</summary>
    public Task KeepAsync(Plan plan, CancellationToken cancellationToken) =>
        TryAsync(() => SetAsync(CommitState.Failure, $"nobody approved the plan {plan.Digest}", cancellationToken));

    /// <summary>Whether the last that was said of the commit is that its apply was stopped.</summary>
    /// <exception cref="RemoteCallException">GitHub does not tell.</exception>
    public async Task<bool> IsKeptAsync(CancellationToken cancellationToken)
    {
        if (!run.HasToken)
            return false;

        var place = await run.PlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        return run.Api(repository) is { } api
            && await new CommitStatusClient(api).FindOwnAsync(repository, place.Sha, _context, run.IsOwnAsync, cancellationToken).ConfigureAwait(false) is { Status.State: not CommitState.Success };
    }

    /// <summary>Takes it back, where it was said.</summary>
    public Task EndAsync(Plan plan, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (await IsKeptAsync(cancellationToken).ConfigureAwait(false))
            await SetAsync(CommitState.Success, $"the plan {plan.Digest} may be applied", cancellationToken).ConfigureAwait(false);
    });

    private Task SetAsync(CommitState state, string text, CancellationToken cancellationToken) =>
        new CommitStatusReporter(run).SetAsync(new() { State = state, Context = _context, Description = text }, cancellationToken);

    private async Task TryAsync(Func<Task> report)
    {
        try
        {
            await report().ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            run.Log.Warning($"{exception.Message}\nSo a scheduled run of this commit may not know whether its apply was stopped.");
        }
    }
}
