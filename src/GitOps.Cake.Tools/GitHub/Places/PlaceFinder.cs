using GitOps.Cake.Git;

namespace GitOps.Cake.GitHub.Places;

/// <summary>
/// Finds out what a run is about. What was said goes before what the CI system names, that before the event, that before what GitHub
/// knows of the pull request, and git comes last. A commit that may be a merge of the CI system's own is never reported on.
/// </summary>
internal sealed class PlaceFinder(GitHubSettings settings, Func<string, string?> variable, string workspace, Func<CancellationToken, Task<GitRepository?>> checkout)
{
    /// <summary>Hears which server the repository is on, where its address was what named it, before anything is asked there.</summary>
    public Action<string> Host { get; init; } = _ => { };

    private readonly CiVariables _variables = new(variable);
    private readonly List<string> _reasons = [];

    /// <summary>Finds the place of this run.</summary>
    /// <param name="api">The API for a repository; null where there is no token.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="InvalidSettingsException">Repository or commit cannot be told; the message says what to set.</exception>
    public async Task<RunPlace> FindAsync(Func<RepositoryName, GitHubApi?> api, CancellationToken cancellationToken)
    {
        var facts = CiSystems.Read(_variables, workspace) ?? new() { System = "this machine", Sha = _variables.Sha("GITHUB_SHA").Sha, ShaSource = "GITHUB_SHA" };
        facts = EventFile.Add(facts, _variables["GITHUB_EVENT_PATH"]);
        var repository = await RepositoryAsync(facts, cancellationToken).ConfigureAwait(false);
        var number = settings.PullRequest ?? facts.PullRequest;
        var pull = number is { } known && NeedsPullRequest(facts) && api(repository) is { } client
            ? await new PullRequestReader(client, repository).ReadAsync(known, cancellationToken).ConfigureAwait(false)
            : null;
        return new()
        {
            System = facts.System,
            Repository = repository.ToString(),
            Sha = await ShaAsync(facts, number, pull, cancellationToken).ConfigureAwait(false),
            Branch = settings.Branch ?? facts.Branch ?? pull?.HeadBranch,
            BaseBranch = settings.BaseBranch ?? facts.BaseBranch ?? pull?.BaseBranch,
            PullRequest = number ?? await OfForkAsync(facts, repository, api, cancellationToken).ConfigureAwait(false),
            IsFork = pull?.IsFork ?? facts.IsFork ?? false,
            IsForkKnown = (pull?.IsFork ?? facts.IsFork) is not null,
            IsMerged = facts.IsMerged,
            Event = facts.Event,
            RunUrl = settings.RunUrl ?? facts.RunUrl,
            RunId = facts.RunId,
            Attempt = facts.Attempt ?? 1,
            Before = facts.Before,
            Reasons = [.. _reasons],
        };
    }

    // An event about a fork's run names no pull request, and GitHub knows none by a commit that only the fork has.
    private static async Task<int?> OfForkAsync(PlaceFacts facts, RepositoryName repository, Func<RepositoryName, GitHubApi?> api, CancellationToken cancellationToken) =>
        facts is { ForkOwner: { } owner, Branch: { } branch } && api(repository) is { } client
            ? (await new PullRequestReader(client, repository).OfBranchAsync(owner, branch, cancellationToken).ConfigureAwait(false))
                .FirstOrDefault(pull => pull.HeadSha == facts.Sha)?.Number
            : null;

    private bool NeedsPullRequest(PlaceFacts facts) =>
        facts.IsFork is null || (settings.Sha is null && facts.HeadSha is null) || (settings.PullRequest is not null && settings.PullRequest != facts.PullRequest);

    private async Task<RepositoryName> RepositoryAsync(PlaceFacts facts, CancellationToken cancellationToken)
    {
        // One of the same name on another server is another repository.
        var ofSystem = facts.Host is { } host && OtherForges.Have(host) ? null : facts.Repository;
        var server = settings.Repository is null && ofSystem is not null ? facts.Host : null;
        var (name, source) = (settings.Repository, ofSystem, _variables["GITHUB_REPOSITORY"]) switch
        {
            ({ } said, _, _) => (said, "the settings (--repository)"),
            (_, { } told, _) => (told, facts.System),
            (_, _, { } set) => (set, "GITHUB_REPOSITORY"),
            _ when await CheckoutAsync(cancellationToken).ConfigureAwait(false) is { } git
                && await git.OriginAsync(cancellationToken).ConfigureAwait(false) is { } origin && !OtherForges.Have(server = origin.Host) => (origin.ToString(), "git's remote 'origin'"),
            _ => throw new InvalidSettingsException(
                $"Neither {facts.System} nor a remote 'origin' on a server names the repository to report on: name Repository (--repository=owner/name), or set GITHUB_REPOSITORY."),
        };
        if (server is not null)
            Host(server);

        _reasons.Add($"The repository is {name}, by {source}.");
        return RepositoryName.Parse(name) ?? throw new InvalidSettingsException($"Repository has to be named as owner/name, not \"{name}\" (by {source}).");
    }

    private async Task<string> ShaAsync(PlaceFacts facts, int? number, PullRequestFacts? pull, CancellationToken cancellationToken)
    {
        // Another pull request than the one that the CI system builds has another head.
        var isOther = settings.PullRequest is { } said && said != facts.PullRequest;
        if (settings.Sha is { } sha)
            return Because(sha, "the settings (--sha)");

        if (facts.HeadSha is { } head && !isOther)
            return Because(head, $"{facts.ShaSource} ({facts.System})");

        if (pull is not null)
            return Because(pull.HeadSha, $"the head of pull request {number} as GitHub knows it");

        var aboutPullRequest = facts.IsPullRequest || number is not null;
        if (facts.Sha is { } raw && !isOther && (!aboutPullRequest || !facts.MayBeMerge))
            return Because(raw, $"{facts.ShaSource} ({facts.System})");

        var git = await CheckoutAsync(cancellationToken).ConfigureAwait(false);
        if (git is null)
        {
            throw new InvalidSettingsException(
                $"{workspace} is no git repository, so which commit to report on has to be said: name Sha (--sha) and Repository (--repository).");
        }

        var commit = facts.Sha is null || isOther ? "HEAD" : facts.Sha;
        if (aboutPullRequest && (isOther || await git.IsMergeAsync(commit, cancellationToken).ConfigureAwait(false)))
            throw Merge(facts, number);

        return Because(await git.ResolveAsync(commit, cancellationToken).ConfigureAwait(false), commit == "HEAD" ? "the commit that is checked out" : facts.ShaSource!);
    }

    private static InvalidSettingsException Merge(PlaceFacts facts, int? number) => new(
        $"{facts.System} builds pull request {number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "(its number is not told)"} as a merge of its own, "
        + "on which GitHub shows no report, and does not name the pull request's head. Set Sha (--sha) to the head, "
        + "or hand over a token (GITHUB_TOKEN) and the number (--pull-request) so that GitHub can be asked.");

    private string Because(string sha, string source)
    {
        _reasons.Add($"The commit is {sha}, by {source}.");
        return sha;
    }

    private Task<GitRepository?> CheckoutAsync(CancellationToken cancellationToken) => checkout(cancellationToken);
}
