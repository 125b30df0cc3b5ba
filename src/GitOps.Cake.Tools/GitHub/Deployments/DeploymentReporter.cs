using Octokit;

namespace GitOps.Cake.GitHub.Deployments;

/// <summary>
/// Reports a deployment. The one that this commit and environment already have is used: a job of GitHub Actions with an environment makes
/// one of its own, and a run that is repeated finds the one it made.
/// </summary>
internal sealed class DeploymentReporter(GitHubRun run)
{
    /// <summary>The task of deployments, in GitHub's sense.</summary>
    public const string Task = "deploy";

    /// <summary>What tells the deployments that this library makes from those of an identity's other programs.</summary>
    public const string Mark = "Made by GitOps.Cake.";

    public async Task<DeploymentReport> ReportAsync(DeploymentSettings settings, CancellationToken cancellationToken)
    {
        var place = await run.ReportPlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        var unsent = new DeploymentReport { Repository = place.Repository, Sha = place.Sha, Environment = settings.Environment, State = settings.State };
        return await run.ReportAsync(
            $"report the deployment of {place.Repository}@{place.Sha} to {settings.Environment} as {DeploymentStates.Word(settings.State)}",
            repository,
            async api =>
            {
                if (settings.State is DeploymentState.Queued or DeploymentState.InProgress)
                    await new LeftoverDeployments(run, api, repository).CloseAsync(settings.Environment, place, cancellationToken).ConfigureAwait(false);

                var deployment = await FindAsync(api, repository, place.Sha, settings.Environment, cancellationToken).ConfigureAwait(false)
                    ?? await CreateAsync(api, repository, place, settings, cancellationToken).ConfigureAwait(false);
                await new DeploymentStates(api, repository).SetAsync(deployment.Id, settings, place.RunUrl, cancellationToken).ConfigureAwait(false);
                run.Log.Information($"Reported the deployment of {place.Repository}@{place.Sha} to {settings.Environment} as {DeploymentStates.Word(settings.State)}.");
                return unsent with { Id = deployment.Id };
            },
            unsent,
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<DeploymentAnswer?> FindAsync(
        GitHubApi api, RepositoryName repository, string sha, string environment, CancellationToken cancellationToken) => await api.CallAsync(
            new($"tell the deployments of {GitHubRequest.Commit(repository, sha)}", "deployments=read"),
            client => NewestAsync(client, repository, sha, environment),
            cancellationToken).ConfigureAwait(false);

    private static async Task<DeploymentAnswer?> NewestAsync(GitHubClient client, RepositoryName repository, string sha, string environment) =>
        (await client.ReadAsync<List<DeploymentAnswer>>(
            $"repos/{repository}/deployments?sha={sha}&environment={Uri.EscapeDataString(environment)}&task={Task}").ConfigureAwait(false)).FirstOrDefault();

    private static Task<DeploymentAnswer> CreateAsync(
        GitHubApi api, RepositoryName repository, RunPlace place, DeploymentSettings settings, CancellationToken cancellationToken) => api.CreateAsync(
            new($"make a deployment of {GitHubRequest.Commit(repository, place.Sha)} to {settings.Environment}", "deployments=write"),
            client => client.PostAsync<DeploymentAnswer>($"repos/{repository}/deployments", new
            {
                Ref = place.Sha,
                Task,

                // By default GitHub would merge the default branch into this one, and wait for every status, this run's own too.
                AutoMerge = false,
                RequiredContexts = Array.Empty<string>(),
                settings.Environment,
                Description = Mark,
                ProductionEnvironment = settings.IsProduction,
            }),
            client => NewestAsync(client, repository, place.Sha, settings.Environment),
            cancellationToken);
}
