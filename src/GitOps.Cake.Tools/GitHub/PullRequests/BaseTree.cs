namespace GitOps.Cake.GitHub.PullRequests;

/// <summary>What a commit's content holds, asked folder by folder: a listing of all of it may leave something out.</summary>
/// <param name="api">The API.</param>
/// <param name="repository">The repository.</param>
/// <param name="root">The commit's tree.</param>
internal sealed class BaseTree(GitHubApi api, RepositoryName repository, string root)
{
    private readonly Dictionary<string, Dictionary<string, TreeAnswer.Entry>> _folders = new(StringComparer.Ordinal);

    /// <summary>What is at a path; null where nothing is.</summary>
    /// <param name="path">From the repository's root, with slashes.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public async Task<TreeAnswer.Entry?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var (folder, sha) = ("", root);
        TreeAnswer.Entry? found = null;
        foreach (var part in path.Split('/'))
        {
            if (found is { Type: not "tree" })
                return null;

            sha = found?.Sha ?? sha;
            if (!_folders.TryGetValue(folder, out var entries))
                _folders[folder] = entries = await ReadAsync(sha, cancellationToken).ConfigureAwait(false);

            if (!entries.TryGetValue(part, out found))
                return null;

            folder = $"{folder}/{part}";
        }

        return found;
    }

    private async Task<Dictionary<string, TreeAnswer.Entry>> ReadAsync(string sha, CancellationToken cancellationToken)
    {
        // Of a commit without any file GitHub has no tree.
        var answer = await api.FindAsync(
            new($"tell the files of {repository}", "contents=read"), client => client.ReadAsync<TreeAnswer>($"repos/{repository}/git/trees/{sha}"), cancellationToken).ConfigureAwait(false);
        return (answer?.Tree ?? []).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
    }
}
