namespace GitOps.Cake.GitHub.Deployments;

/// <summary>
/// Keeps to what protects an environment on GitHub. In GitHub Actions a job with the environment has waited for it already; everywhere else
/// nobody would.
/// </summary>
internal sealed class EnvironmentGuard(GitHubRun run)
{
    /// <summary>Stops a deployment that the environment's rules do not allow.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="overrides">Whether somebody chose to go ahead all the same.</param>
    /// <param name="cancellationToken">Stops the questions.</param>
    /// <exception cref="GitOpsException">A rule is not met; the message says who may approve, and how.</exception>
    public async Task CheckAsync(string environment, bool overrides, CancellationToken cancellationToken)
    {
        if (run.Variable("GITHUB_ACTIONS") is not null || await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is not { } place
            || RepositoryName.Parse(place.Repository) is not { } repository || run.Api(repository) is not { } api)
        {
            return;
        }

        string? problem;
        try
        {
            problem = await ProblemAsync(api, repository, place.Branch, environment, cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteCallException exception) when (exception.IsMissingPermission)
        {
            problem = $"{exception.Message}\nSo whether somebody has to approve a deployment to {environment} is not known.";
        }

        if (problem is null)
            return;

        if (!overrides)
            throw new GitOpsException($"{problem}\nTo deploy in spite of it, for which you answer, add --override-environment-protection.");

        run.Log.Warning($"{problem} It is deployed all the same: --override-environment-protection was given.");
    }

    private static async Task<string?> ProblemAsync(GitHubApi api, RepositoryName repository, string? branch, string environment, CancellationToken cancellationToken)
    {
        var path = $"repos/{repository}/environments/{Uri.EscapeDataString(environment)}";
        var request = new GitHubRequest($"tell what protects the environment {environment} of {repository}", "actions=read");
        if (await api.FindAsync(request, client => client.ReadAsync<EnvironmentAnswer>(path), cancellationToken).ConfigureAwait(false) is not { } found)
            return null;

        return Reviewers(environment, found) ?? Timer(environment, found) ?? await AppsAsync(api, request, path, environment, found, cancellationToken).ConfigureAwait(false)
            ?? await BranchAsync(api, request, path, repository, branch, environment, found, cancellationToken).ConfigureAwait(false);
    }

    private static string? Reviewers(string environment, EnvironmentAnswer found)
    {
        var rules = (found.ProtectionRules ?? []).Where(rule => rule.Type == "required_reviewers").ToList();

        // Who they are need not be told; that somebody has to approve is.
        var reviewers = rules.SelectMany(rule => rule.Reviewers ?? []).Select(reviewer => reviewer.Who?.Login ?? reviewer.Who?.Slug ?? "somebody else").Distinct().ToList();
        return rules.Count == 0
            ? null
            : $"GitHub protects the environment {environment}: {(reviewers.Count == 0 ? "somebody else" : string.Join(", ", reviewers))} may approve a deployment, and outside of GitHub Actions nobody can be asked to. {Job(environment, found)}";
    }

    private static string? Timer(string environment, EnvironmentAnswer found) => (found.ProtectionRules ?? []).Select(rule => rule.WaitTimer).DefaultIfEmpty().Max() is var minutes and > 0
        ? $"GitHub makes deployments to {environment} wait for {minutes} minutes, and outside of GitHub Actions nobody does. {Job(environment, found)}"
        : null;

    private static async Task<string?> AppsAsync(
        GitHubApi api, GitHubRequest request, string path, string environment, EnvironmentAnswer found, CancellationToken cancellationToken)
    {
        var answer = await api.FindAsync(request, client => client.ReadAsync<EnvironmentAnswer.Customs>($"{path}/deployment_protection_rules"), cancellationToken).ConfigureAwait(false);
        var apps = (answer?.CustomDeploymentProtectionRules ?? []).Where(rule => rule.Enabled).Select(rule => rule.App?.Slug ?? "an App").ToList();
        return apps.Count == 0
            ? null
            : $"GitHub asks {string.Join(", ", apps)} before a deployment to {environment}, and outside of GitHub Actions nobody is asked. {Job(environment, found)}";
    }

    private static string Job(string environment, EnvironmentAnswer found) => $"Run the deployment as a job of GitHub Actions with 'environment: {environment}' ({found.HtmlUrl}).";

    private static async Task<string?> BranchAsync(
        GitHubApi api, GitHubRequest request, string path, RepositoryName repository, string? branch, string environment, EnvironmentAnswer found, CancellationToken cancellationToken)
    {
        if (found.DeploymentBranchPolicy is not { } policy)
            return null;

        if (policy.ProtectedBranches)
        {
            var answer = branch is null ? null : await api.FindAsync(
                request, client => client.ReadAsync<EnvironmentAnswer.Branch>($"repos/{repository}/branches/{Uri.EscapeDataString(branch)}"), cancellationToken).ConfigureAwait(false);
            return answer?.Protected == true ? null : $"GitHub lets only protected branches be deployed to {environment}, and {branch ?? "this commit"} is none.";
        }

        var patterns = await api.CallAsync(
            request, client => client.ReadAsync<EnvironmentAnswer.Patterns>($"{path}/deployment-branch-policies?per_page=100"), cancellationToken).ConfigureAwait(false);
        var names = patterns.BranchPolicies.FindAll(pattern => pattern.Type != "tag").ConvertAll(pattern => pattern.Name);
        return branch is not null && names.Exists(name => BranchPattern.Matches(name, branch))
            ? null
            : $"GitHub lets only {(names.Count == 0 ? "tags" : $"the branches {string.Join(", ", names)}")} be deployed to {environment}, and this run is of {branch ?? "no branch that is known (--branch)"}.";
    }
}
