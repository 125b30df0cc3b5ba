namespace GitOps.Cake.GitHub.PullRequests;

/// <summary>Writes a branch through the API, without a clone: it needs no git and no credentials on this machine's disk.</summary>
internal sealed class BranchWriter(GitHubApi api, RepositoryName repository)
{
    private const string Permission = "contents=write";
    private const string PlainFile = "100644";
    private const string Executable = "100755";

    /// <summary>The repository's default branch.</summary>
    public async Task<string> DefaultBranchAsync(CancellationToken cancellationToken) => (await api.CallAsync(
        new($"tell about {repository}", "metadata=read"), client => client.ReadAsync<GitObjectAnswer>($"repos/{repository}"), cancellationToken).ConfigureAwait(false)).DefaultBranch!;

    /// <summary>Makes the branch one commit on top of its base.</summary>
    /// <returns>Whether the files differ from those of the base; otherwise nothing is written.</returns>
    public async Task<bool> WriteAsync(PullRequestSettings settings, string target, CancellationToken cancellationToken)
    {
        var start = await ReferenceAsync(target, cancellationToken).ConfigureAwait(false)
            ?? throw new GitOpsException($"{repository} has no branch {target} that a pull request could be merged into. Correct BaseBranch.");
        var tree = await TreeOfAsync(start, cancellationToken).ConfigureAwait(false);
        var entries = await EntriesAsync(settings, new(api, repository, tree), cancellationToken).ConfigureAwait(false);
        if (entries.Count == 0)
            return false;

        var wanted = await CallAsync(
            "write files", client => client.PostAsync<GitObjectAnswer>($"repos/{repository}/git/trees", new { BaseTree = tree, Tree = entries.ToArray() }), cancellationToken).ConfigureAwait(false);
        if (wanted.Sha == tree)
            return false;

        var current = await ReferenceAsync(settings.Branch, cancellationToken).ConfigureAwait(false);
        if (current is not null && await TreeOfAsync(current, cancellationToken).ConfigureAwait(false) == wanted.Sha)
            return true;

        // An object of git that nothing points to does no harm, so these may be made again.
        var commit = await CallAsync(
            "make a commit",
            client => client.PostAsync<GitObjectAnswer>($"repos/{repository}/git/commits", new { Message = settings.Message ?? settings.Title, Tree = wanted.Sha, Parents = new[] { start } }),
            cancellationToken).ConfigureAwait(false);
        await MoveAsync(settings.Branch, commit.Sha, isNew: current is null, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Removes the branch, where there is one.</summary>
    public async Task RemoveAsync(string branch, CancellationToken cancellationToken)
    {
        if (await ReferenceAsync(branch, cancellationToken).ConfigureAwait(false) is not null)
            await CallAsync($"remove the branch {branch}", client => client.Connection.Delete(new($"repos/{repository}/git/refs/heads/{Escape(branch)}", UriKind.Relative)), cancellationToken).ConfigureAwait(false);
    }

    private Task<GitObjectAnswer> MoveAsync(string branch, string sha, bool isNew, CancellationToken cancellationToken) => isNew
        ? api.CreateAsync(
            new($"make the branch {branch} of {repository}", Permission),
            client => client.PostAsync<GitObjectAnswer>($"repos/{repository}/git/refs", new { Ref = $"refs/heads/{branch}", Sha = sha }),
            async client => await client.ReadAsync<GitObjectAnswer>($"repos/{repository}/git/ref/heads/{Escape(branch)}").ConfigureAwait(false) is { } found
                && found.Object?.Sha == sha ? found : null,
            cancellationToken)
        : CallAsync(
            $"move the branch {branch}",
            client => client.PatchAsync<GitObjectAnswer>($"repos/{repository}/git/refs/heads/{Escape(branch)}", new { Sha = sha, Force = true }),
            cancellationToken);

    private async Task<string?> ReferenceAsync(string branch, CancellationToken cancellationToken) => (await api.FindAsync(
        new($"tell where the branch {branch} of {repository} is", "contents=read"),
        client => client.ReadAsync<GitObjectAnswer>($"repos/{repository}/git/ref/heads/{Escape(branch)}"),
        cancellationToken).ConfigureAwait(false))?.Object?.Sha;

    private async Task<string> TreeOfAsync(string sha, CancellationToken cancellationToken) => (await CallAsync(
        "tell a commit's content", client => client.ReadAsync<GitObjectAnswer>($"repos/{repository}/git/commits/{sha}"), cancellationToken).ConfigureAwait(false)).Tree!.Sha;

    private Task<T> CallAsync<T>(string what, Func<Octokit.GitHubClient, Task<T>> call, CancellationToken cancellationToken) =>
        api.CallAsync(new($"{what} in {repository}", Permission), call, cancellationToken);

    private static async Task<List<object>> EntriesAsync(PullRequestSettings settings, BaseTree before, CancellationToken cancellationToken)
    {
        var entries = new List<object>();
        foreach (var (path, content) in settings.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var was = await before.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (was is { Type: "tree" })
                throw new InvalidSettingsException($"Files names {path}, which is a folder. Name the files in it.");

            // A script stays one that can be started.
            var mode = was?.Mode == Executable || settings.Executables.Contains(path) ? Executable : PlainFile;
            if (content is not null)
                entries.Add(new { Path = path, Mode = mode, Type = "blob", Content = content });
            else if (was is not null)
                entries.Add(new Dictionary<string, object?> { ["path"] = path, ["mode"] = mode, ["type"] = "blob", ["sha"] = null });
        }

        // GitHub refuses to remove what is not there, so that is left out.
        return entries;
    }

    private static string Escape(string branch) => string.Join('/', branch.Split('/').Select(Uri.EscapeDataString));
}
