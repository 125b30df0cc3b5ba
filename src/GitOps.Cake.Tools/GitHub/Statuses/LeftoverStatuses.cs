using Octokit;

namespace GitOps.Cake.GitHub.Statuses;

/// <summary>
/// Statuses that a run which was killed left pending on an earlier commit. Only those that this identity set are touched; a run that still
/// lives sets its own end later.
/// </summary>
internal sealed class LeftoverStatuses(GitHubRun run)
{
    /// <summary>How many commits are looked back at.</summary>
    private const int LookBack = 10;

    /// <summary>Ends those of one name.</summary>
    public async Task CloseAsync(string context, CancellationToken cancellationToken)
    {
        if (await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is not { } place
            || RepositoryName.Parse(place.Repository) is not { } repository || run.Api(repository) is not { } api)
        {
            return;
        }

        try
        {
            var client = new CommitStatusClient(api);
            foreach (var sha in await EarlierAsync(api, repository, place, cancellationToken).ConfigureAwait(false))
            {
                foreach (var (status, login) in await client.ReadAsync(repository, sha, cancellationToken).ConfigureAwait(false))
                {
                    if (status.State == CommitState.Pending && status.Context.Equals(context, StringComparison.OrdinalIgnoreCase)
                        && await run.IsOwnAsync(login, cancellationToken).ConfigureAwait(false))
                    {
                        await client.SetAsync(Ended(status, place), cancellationToken).ConfigureAwait(false);
                        run.Log.Information($"The status {context} of {sha} was left pending by a run that did not end; it is an error now.");
                    }
                }
            }
        }
        catch (RemoteCallException exception) when (!run.Settings.Required)
        {
            run.Log.Verbose($"Whether an earlier run left {context} pending cannot be told: {exception.Message}");
        }
    }

    private static CommitStatusSettings Ended(CommitStatus status, RunPlace place) => new()
    {
        State = CommitState.Error,
        Context = status.Context,
        Description = $"interrupted: no end was reported before the run for {place.Sha[..8]}",
        TargetUrl = status.TargetUrl,
        Repository = status.Repository,
        Sha = status.Sha,
    };

    private static async Task<IEnumerable<string>> EarlierAsync(GitHubApi api, RepositoryName repository, RunPlace place, CancellationToken cancellationToken)
    {
        var commits = await api.FindAsync(
            new($"tell the commits before {GitHubRequest.Commit(repository, place.Sha)}", "contents=read"),
            client => client.Repository.Commit.GetAll(
                repository.Owner, repository.Name, new CommitRequest { Sha = place.Sha }, new ApiOptions { PageSize = LookBack, PageCount = 1 }),
            cancellationToken).ConfigureAwait(false);

        // A push by force leaves the former head behind, which is no ancestor.
        var before = place.Before is { } sha ? [sha] : Array.Empty<string>();
        return (commits ?? []).Select(commit => commit.Sha).Concat(before).Where(earlier => earlier != place.Sha).Distinct();
    }
}
