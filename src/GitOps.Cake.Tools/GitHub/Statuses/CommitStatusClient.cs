using Octokit;

namespace GitOps.Cake.GitHub.Statuses;

/// <summary>Sets and reads commit statuses.</summary>
internal sealed class CommitStatusClient(GitHubApi api)
{
    private static readonly ApiOptions Newest = new() { PageSize = 100, PageCount = 1 };
    private static readonly ApiOptions Latest = new() { PageSize = 10, PageCount = 1 };

    /// <summary>Sets a status.</summary>
    /// <param name="settings">The status; repository and commit have to be named.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The status as GitHub took it.</returns>
    /// <exception cref="InvalidSettingsException">The settings cannot be used.</exception>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public async Task<CommitStatus> SetAsync(CommitStatusSettings settings, CancellationToken cancellationToken)
    {
        CommitStatusRules.Check(settings);
        var repository = RepositoryName.Parse(settings.Repository)!;
        var wanted = new NewCommitStatus
        {
            State = State(settings.State),
            Context = settings.Context,
            Description = CommitStatusRules.Cut(settings.Description),
            TargetUrl = settings.TargetUrl,
        };
        var answer = await api.CreateAsync(
            new($"set the status \"{settings.Context}\" on {GitHubRequest.Commit(repository, settings.Sha!)}", "statuses=write"),
            client => client.Repository.Status.Create(repository.Owner, repository.Name, settings.Sha, wanted),
            client => FindAsync(client, repository, settings.Sha!, wanted),
            cancellationToken).ConfigureAwait(false);
        return new()
        {
            Repository = settings.Repository!,
            Sha = settings.Sha!,
            State = settings.State,
            Context = answer.Context ?? settings.Context,
            Description = answer.Description,
            TargetUrl = answer.TargetUrl,
            Id = answer.Id,
        };
    }

    /// <summary>The newest status of each context of a commit, with the login of who set it.</summary>
    public async Task<IReadOnlyList<(CommitStatus Status, string? Login)>> ReadAsync(RepositoryName repository, string sha, CancellationToken cancellationToken)
    {
        var all = await api.CallAsync(
            new($"tell the statuses of {GitHubRequest.Commit(repository, sha)}", "statuses=read"),
            client => client.Repository.Status.GetAll(repository.Owner, repository.Name, sha, Newest),
            cancellationToken).ConfigureAwait(false);
        return [.. all.DistinctBy(status => status.Context, StringComparer.OrdinalIgnoreCase).Select(status => (Read(repository, sha, status), status.Creator?.Login))];
    }

    /// <summary>The newest status of a context that somebody chosen set, however many others were set since; null where there is none.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="context">The context.</param>
    /// <param name="isOwn">Whether a login is the one that counts.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public async Task<(CommitStatus Status, DateTimeOffset At)?> FindOwnAsync(
        RepositoryName repository, string sha, string context, Func<string?, CancellationToken, Task<bool>> isOwn, CancellationToken cancellationToken)
    {
        for (var page = 1; ; page++)
        {
            var options = new ApiOptions { PageSize = 100, PageCount = 1, StartPage = page };
            var some = await api.CallAsync(
                new($"tell the statuses of {GitHubRequest.Commit(repository, sha)}", "statuses=read"),
                client => client.Repository.Status.GetAll(repository.Owner, repository.Name, sha, options),
                cancellationToken).ConfigureAwait(false);
            foreach (var status in some.Where(status => string.Equals(status.Context, context, StringComparison.OrdinalIgnoreCase)))
            {
                if (await isOwn(status.Creator?.Login, cancellationToken).ConfigureAwait(false))
                    return (Read(repository, sha, status), status.CreatedAt);
            }

            if (some.Count == 0)
                return null;
        }
    }

    // What is wanted is the newest of its context: then it does not matter which request brought it there.
    private static async Task<Octokit.CommitStatus?> FindAsync(GitHubClient client, RepositoryName repository, string sha, NewCommitStatus wanted)
    {
        var all = await client.Repository.Status.GetAll(repository.Owner, repository.Name, sha, Latest).ConfigureAwait(false);
        var newest = all.FirstOrDefault(status => string.Equals(status.Context, wanted.Context, StringComparison.OrdinalIgnoreCase));
        return newest is not null && newest.State == wanted.State && newest.Description == wanted.Description && newest.TargetUrl == wanted.TargetUrl ? newest : null;
    }

    private static CommitStatus Read(RepositoryName repository, string sha, Octokit.CommitStatus status) => new()
    {
        Repository = repository.ToString(),
        Sha = sha,
        State = status.State.Value switch
        {
            Octokit.CommitState.Pending => CommitState.Pending,
            Octokit.CommitState.Success => CommitState.Success,
            Octokit.CommitState.Failure => CommitState.Failure,
            _ => CommitState.Error,
        },
        Context = status.Context,
        Description = status.Description,
        TargetUrl = status.TargetUrl,
        Id = status.Id,
    };

    private static Octokit.CommitState State(CommitState state) => state switch
    {
        CommitState.Pending => Octokit.CommitState.Pending,
        CommitState.Success => Octokit.CommitState.Success,
        CommitState.Failure => Octokit.CommitState.Failure,
        CommitState.Error => Octokit.CommitState.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
