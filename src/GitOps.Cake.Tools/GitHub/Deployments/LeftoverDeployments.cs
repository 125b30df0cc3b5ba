namespace GitOps.Cake.GitHub.Deployments;

/// <summary>
/// Deployments that a run which was killed left open at an earlier commit. Only those that this library made as this identity are touched: GitHub ends
/// those of its own jobs itself. A run that still lives sets its own end later.
/// </summary>
internal sealed class LeftoverDeployments(GitHubRun run, GitHubApi api, RepositoryName repository)
{
    /// <summary>How many of an environment are looked at; one that has ended ends the search, for its run has searched before.</summary>
    private const int LookBack = 10;

    /// <summary>Ends those of an environment.</summary>
    public async Task CloseAsync(string environment, RunPlace place, CancellationToken cancellationToken)
    {
        try
        {
            var states = new DeploymentStates(api, repository);
            foreach (var deployment in await OwnAsync(environment, place, cancellationToken).ConfigureAwait(false))
            {
                if (await states.LastAsync(deployment.Id, cancellationToken).ConfigureAwait(false) is not (null or "pending" or "queued" or "in_progress"))
                    return;

                await states.SetAsync(deployment.Id, Ended(environment, place), place.RunUrl, cancellationToken).ConfigureAwait(false);
                run.Log.Information($"The deployment of {deployment.Sha} to {environment} was left open by a run that did not end; it is an error now.");
            }
        }
        catch (RemoteCallException exception) when (!run.Settings.Required)
        {
            run.Log.Verbose($"Whether an earlier run left a deployment to {environment} open cannot be told: {exception.Message}");
        }
    }

    private async Task<IEnumerable<DeploymentAnswer>> OwnAsync(string environment, RunPlace place, CancellationToken cancellationToken)
    {
        var all = await api.CallAsync(
            new($"tell the deployments of {repository} to {environment}", "deployments=read"),
            client => client.ReadAsync<List<DeploymentAnswer>>($"repos/{repository}/deployments?environment={Uri.EscapeDataString(environment)}&task={DeploymentReporter.Task}"),
            cancellationToken).ConfigureAwait(false);
        var own = new List<DeploymentAnswer>();
        foreach (var deployment in all.Where(deployment => deployment.Sha != place.Sha && deployment.Description == DeploymentReporter.Mark).Take(LookBack))
        {
            if (await run.IsOwnAsync(deployment.Creator?.Login, cancellationToken).ConfigureAwait(false))
                own.Add(deployment);
        }

        return own;
    }

    private static DeploymentSettings Ended(string environment, RunPlace place) => new()
    {
        Environment = environment,
        State = DeploymentState.Error,
        Description = $"interrupted: no end was reported before the run for {place.Sha[..8]}",
    };
}
