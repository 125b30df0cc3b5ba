using System.Collections.Immutable;
using GitOps.Cake.GitHub.Places;
using GitOps.Cake.GitHub.PullRequests;

namespace GitOps.Cake.GitHub.Approvals;

/// <summary>The merged pull requests that the commit of a run comes from: one, or several where they came in one push, as from a merge queue.</summary>
internal sealed class BroughtPullRequests(GitHubRun run, GitHubApi api, RepositoryName repository)
{
    /// <summary>How many commits of a push are looked at, along the first parents: each is a pull request that was merged, or one of its commits.</summary>
    private const int Most = 30;

    private readonly PullRequestReader _reader = new(api, repository);

    /// <summary>Finds them; the one that brought the commit itself comes first.</summary>
    public async Task<ImmutableArray<PullRequestFacts>> FindAsync(RunPlace place, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<PullRequestFacts>();
        var ofCommit = await _reader.OfCommitAsync(place.Sha, cancellationToken).ConfigureAwait(false);

        // A commit may have come by several, such as one of a branch into which another had been merged.
        found.AddRange(ofCommit.Where(pull => pull.IsMerged)
            .OrderBy(pull => pull.Number != place.PullRequest).ThenBy(pull => pull.MergeSha != place.Sha).ThenBy(pull => pull.BaseBranch != place.Branch).Take(1));
        foreach (var sha in await EarlierAsync(place, cancellationToken).ConfigureAwait(false))
        {
            var others = await _reader.OfCommitAsync(sha, cancellationToken).ConfigureAwait(false);
            found.AddRange(others.Where(pull => pull.IsMerged && pull.MergeSha == sha && !found.Any(known => known.Number == pull.Number)));
        }

        return found.ToImmutable();
    }

    // The other commits that the same push brought to the branch; none where that cannot be told.
    private async Task<ImmutableArray<string>> EarlierAsync(RunPlace place, CancellationToken cancellationToken)
    {
        if (place is not { PullRequest: null, Before: { } before })
            return [];

        try
        {
            var commits = ImmutableArray.CreateBuilder<string>();
            for (var sha = place.Sha; commits.Count < Most; commits.Add(sha))
            {
                sha = await ParentAsync(sha, cancellationToken).ConfigureAwait(false);
                if (sha == before)
                    return commits.ToImmutable();
                if (sha is null)
                    break;
            }
        }
        catch (RemoteCallException exception) when (exception.IsMissingPermission)
        {
            run.Log.Verbose($"Whether the push brought other pull requests, too, cannot be told: {exception.Message}");
        }

        // Such as after a push by force, or one of a long history.
        return [];
    }

    private async Task<string?> ParentAsync(string sha, CancellationToken cancellationToken) => (await api.FindAsync(
        new($"tell what comes before {GitHubRequest.Commit(repository, sha)}", "contents=read"),
        client => client.ReadAsync<GitObjectAnswer>($"repos/{repository}/git/commits/{sha}"),
        cancellationToken).ConfigureAwait(false))?.Parents?.FirstOrDefault()?.Sha;
}
