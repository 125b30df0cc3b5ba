using System.Globalization;
using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.GitHub.Deployments;

/// <summary>Where a deployment stands: sets it and asks for it.</summary>
internal sealed class DeploymentStates(GitHubApi api, RepositoryName repository)
{
    /// <summary>Sets it.</summary>
    /// <param name="id">The deployment.</param>
    /// <param name="settings">Where it stands.</param>
    /// <param name="log">The page of the run.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public Task<DeploymentAnswer> SetAsync(long id, DeploymentSettings settings, string? log, CancellationToken cancellationToken)
    {
        var description = CommitStatusRules.Cut(settings.Description) ?? "";
        return api.CreateAsync(
            new($"report the deployment to {settings.Environment} as {Word(settings.State)}", "deployments=write"),
            client => client.PostAsync<DeploymentAnswer>(Path(id), new
            {
                State = Word(settings.State),
                Description = description,
                LogUrl = log,
                settings.EnvironmentUrl,
            }),
            async client => (await client.ReadAsync<List<DeploymentAnswer>>(Path(id)).ConfigureAwait(false))
                .FirstOrDefault() is { } newest && newest.State == Word(settings.State) && newest.Description == description ? newest : null,
            cancellationToken);
    }

    /// <summary>What was reported last; null where nothing was.</summary>
    public async Task<string?> LastAsync(long id, CancellationToken cancellationToken) => (await api.CallAsync(
        new($"tell the states of a deployment of {repository}", "deployments=read"), client => client.ReadAsync<List<DeploymentAnswer>>(Path(id)), cancellationToken)
        .ConfigureAwait(false)).FirstOrDefault()?.State;

    /// <summary>A state in GitHub's words.</summary>
    public static string Word(DeploymentState state) => state switch
    {
        DeploymentState.InProgress => "in_progress",
        _ => state.ToString().ToLowerInvariant(),
    };

    private string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"repos/{repository}/deployments/{id}/statuses");
}
