using System.Globalization;

namespace GitOps.Cake.GitHub.Places;

/// <summary>Asks GitHub for pull requests.</summary>
internal sealed class PullRequestReader(GitHubApi api, RepositoryName repository)
{
    /// <summary>Reads one.</summary>
    /// <exception cref="RemoteCallException">There is none with that number, or GitHub cannot be reached or refuses.</exception>
    public async Task<PullRequestFacts> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            new($"tell about pull request {number} of {repository}", "pull_requests=read"),
            client => client.ReadAsync<PullRequestAnswer>(string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/pulls/{number}")),
            cancellationToken).ConfigureAwait(false);
        return answer.Facts(repository);
    }

    /// <summary>The pull requests that a commit belongs to, the merged ones first.</summary>
    public async Task<IReadOnlyList<PullRequestFacts>> OfCommitAsync(string sha, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            new($"tell the pull requests of {GitHubRequest.Commit(repository, sha)}", "pull_requests=read"),
            client => client.ReadAllAsync<PullRequestAnswer>($"repos/{repository}/commits/{sha}/pulls"),
            cancellationToken).ConfigureAwait(false);
        return [.. answer.Select(pull => pull.Facts(repository)).OrderBy(pull => !pull.IsMerged).ThenByDescending(pull => pull.Number)];
    }

    /// <summary>The open pull requests that bring a branch.</summary>
    public async Task<IReadOnlyList<PullRequestFacts>> OfBranchAsync(string owner, string branch, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            new($"tell the pull requests of {repository}", "pull_requests=read"),
            client => client.ReadAsync<List<PullRequestAnswer>>($"repos/{repository}/pulls?state=open&head={Uri.EscapeDataString($"{owner}:{branch}")}"),
            cancellationToken).ConfigureAwait(false);
        return [.. answer.Select(pull => pull.Facts(repository))];
    }
}
