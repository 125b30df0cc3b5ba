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
    public Task EndAsync(Plan plan, CancellationToken cancellationToken) => TryAsync(() => TryEndAsync(plan, cancellationToken));

    /// <summary>Takes it back because somebody accepted the plan, wherever that was; a run that cannot says so.</summary>
    public Task AcceptAsync(Plan plan, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is not { } place)
            return;

        if (!run.HasToken)
        {
            run.Log.Information(
                $"There is no token for GitHub (GITHUB_TOKEN). Where {_context} says that the apply of {place.Sha} was stopped, it stays so, and a scheduled run stops as well until a run with a token accepts the plan.");
        }
        else if (!await TryEndAsync(plan, cancellationToken).ConfigureAwait(false) && await StrangerAsync(place, cancellationToken).ConfigureAwait(false) is { } login)
        {
            run.Log.Warning(
                $"{_context} of {place.Sha} was set by {login}, and this run is {await run.LoginAsync(cancellationToken).ConfigureAwait(false)} on GitHub, so it stays, and a scheduled run of {login} stops as well. "
                + $"To end that, accept the plan in a run that reports as {login}.");
        }
    });

    private async Task<bool> TryEndAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (!await IsKeptAsync(cancellationToken).ConfigureAwait(false))
            return false;

        await SetAsync(CommitState.Success, $"the plan {plan.Digest} may be applied", cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Who else says that the apply was stopped; null where nobody does.
    private async Task<string?> StrangerAsync(RunPlace place, CancellationToken cancellationToken)
    {
        var repository = RepositoryName.Parse(place.Repository)!;
        var all = run.Api(repository) is { } api ? await new CommitStatusClient(api).ReadAsync(repository, place.Sha, cancellationToken).ConfigureAwait(false) : [];
        var (status, login) = all.FirstOrDefault(one => string.Equals(one.Status.Context, _context, StringComparison.OrdinalIgnoreCase));
        return status is null or { State: CommitState.Success } || await run.IsOwnAsync(login, cancellationToken).ConfigureAwait(false) ? null : login;
    }

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
