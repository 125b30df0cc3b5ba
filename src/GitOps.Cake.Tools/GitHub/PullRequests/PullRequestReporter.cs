using System.Globalization;
using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Places;

namespace GitOps.Cake.GitHub.PullRequests;

/// <summary>
/// Keeps a pull request of the run's own: its branch holds one commit with the given files on top of the base branch. Where that changes
/// nothing, the pull request is closed and the branch removed.
/// </summary>
internal sealed class PullRequestReporter(GitHubRun run)
{
    private const int LongestBody = 65_000;
    private const string Permission = "contents=write; pull_requests=write";

    public async Task<OpenedPullRequest> OpenAsync(PullRequestSettings settings, CancellationToken cancellationToken)
    {
        Check(settings);
        var place = await run.ReportPlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        var unsent = new OpenedPullRequest { Repository = place.Repository, Branch = settings.Branch };
        return await run.ReportAsync(
            $"open or update a pull request of the branch {settings.Branch} of {repository} with {settings.Files.Count} files",
            repository,
            _ => KeepAsync(run.Api(repository, Use(settings))!, repository, settings, unsent, cancellationToken),
            unsent,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<OpenedPullRequest> KeepAsync(
        GitHubApi api, RepositoryName repository, PullRequestSettings settings, OpenedPullRequest result, CancellationToken cancellationToken)
    {
        var branch = new BranchWriter(api, repository);
        var home = await branch.DefaultBranchAsync(cancellationToken).ConfigureAwait(false);
        var target = settings.BaseBranch ?? home;
        if (settings.Branch == target || settings.Branch == home)
        {
            throw new InvalidSettingsException(
                $"Branch (--head) is {settings.Branch}, which is {(settings.Branch == target ? "the branch that the pull request is to be merged into" : $"the default branch of {repository}")}. "
                + "The branch of the changes is moved by force, and removed when there is nothing to change: name one of its own, such as update-images.");
        }

        var changes = await branch.WriteAsync(settings, target, cancellationToken).ConfigureAwait(false);
        var existing = await FindAsync(api, repository, settings.Branch, cancellationToken).ConfigureAwait(false);
        if (!changes)
        {
            if (existing is not null)
                existing = await ChangeAsync(api, repository, existing.Number, new { State = "closed" }, cancellationToken).ConfigureAwait(false);

            await branch.RemoveAsync(settings.Branch, cancellationToken).ConfigureAwait(false);
            run.Log.Information($"There is nothing to change, so there is no pull request of {settings.Branch}{(existing is null ? "" : $"; {existing.Number} is closed")}.");
            return result with { Number = existing?.Number, Url = existing?.HtmlUrl };
        }

        var body = Cut(settings.Body);
        var kept = existing is not null
            ? existing.Title == settings.Title && Plain(existing.Body) == Plain(body) && existing.Base.Ref == target
                ? existing
                : await ChangeAsync(api, repository, existing.Number, new { settings.Title, Body = body, Base = target }, cancellationToken).ConfigureAwait(false)
            : await CreateAsync(api, repository, new { settings.Title, Body = body, Head = settings.Branch, Base = target }, settings.Branch, cancellationToken).ConfigureAwait(false);
        run.Log.Information($"{(existing is null ? "Opened" : "Updated")} pull request {kept.Number}: {kept.HtmlUrl}");
        return result with { Number = kept.Number, Url = kept.HtmlUrl, IsOpen = true };
    }

    private static TokenUse Use(PullRequestSettings settings) =>
        settings.Files.Keys.Any(path => path.StartsWith(".github/workflows/", StringComparison.Ordinal)) ? TokenUse.ChangeWorkflows : TokenUse.Change;

    // Between characters and never within one.
    private static string Cut(string body) => body.Length <= LongestBody ? body : $"{body[..(LongestBody - (char.IsHighSurrogate(body[LongestBody - 2]) ? 2 : 1))]}…";

    // As a browser sends a text back.
    private static string Plain(string? body) => (body ?? "").ReplaceLineEndings("\n").Trim();

    private static Task<PullRequestAnswer> CreateAsync(GitHubApi api, RepositoryName repository, object body, string branch, CancellationToken cancellationToken) => api.CreateAsync(
        new($"open a pull request of {branch} in {repository}", Permission),
        client => client.PostAsync<PullRequestAnswer>($"repos/{repository}/pulls", body),
        async client => (await client.ReadAsync<List<PullRequestAnswer>>(Open(repository, branch)).ConfigureAwait(false)).FirstOrDefault(),
        cancellationToken);

    private static Task<PullRequestAnswer> ChangeAsync(GitHubApi api, RepositoryName repository, int number, object body, CancellationToken cancellationToken) => api.CallAsync(
        new(string.Create(CultureInfo.InvariantCulture, $"change pull request {number} of {repository}"), Permission),
        client => client.PatchAsync<PullRequestAnswer>(string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/pulls/{number}"), body),
        cancellationToken);

    private static async Task<PullRequestAnswer?> FindAsync(GitHubApi api, RepositoryName repository, string branch, CancellationToken cancellationToken) =>
        (await api.CallAsync(
            new($"tell the pull requests of {repository}", "pull_requests=read"),
            client => client.ReadAsync<List<PullRequestAnswer>>(Open(repository, branch)),
            cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    private static string Open(RepositoryName repository, string branch) =>
        $"repos/{repository}/pulls?state=open&head={Uri.EscapeDataString($"{repository.Owner}:{branch}")}";

    private static void Check(PullRequestSettings settings)
    {
        var bad = settings.Files.Keys.Where(path => path.Length == 0 || path.StartsWith('/') || path.Split('/').Any(part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase))).ToList();
        if (bad.Count > 0)
            throw new InvalidSettingsException($"Files has paths that are none of a repository: {string.Join(", ", bad)}. Name them from the repository's root, with slashes.");

        if (settings.Branch.StartsWith("refs/", StringComparison.Ordinal))
            throw new InvalidSettingsException($"Branch is {settings.Branch}. Name the branch alone, without refs/heads/.");

        if (settings.Files.IsEmpty)
            throw new InvalidSettingsException("Files is empty, so there is nothing that a pull request could hold.");
    }
}
