using System.Net;

namespace GitOps.Cake.GitHub.Statuses;

/// <summary>Sets a commit status where GitHub can be reached, and says what it would set where there is no token.</summary>
internal sealed class CommitStatusReporter(GitHubRun run)
{
    /// <summary>Finds out what the settings leave open, and sets the status.</summary>
    /// <exception cref="InvalidSettingsException">The settings cannot be used.</exception>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public async Task<CommitStatus> SetAsync(CommitStatusSettings settings, CancellationToken cancellationToken)
    {
        settings = await CompleteAsync(settings, cancellationToken).ConfigureAwait(false);
        CommitStatusRules.Check(settings);
        var unsent = new CommitStatus
        {
            Repository = settings.Repository!,
            Sha = settings.Sha!,
            State = settings.State,
            Context = settings.Context,
            Description = CommitStatusRules.Cut(settings.Description),
            TargetUrl = settings.TargetUrl,
        };
        return await run.ReportAsync(
            $"set {Describe(unsent)}",
            RepositoryName.Parse(settings.Repository)!,
            async api =>
            {
                try
                {
                    var status = await new CommitStatusClient(api).SetAsync(settings, cancellationToken).ConfigureAwait(false);
                    run.Log.Information($"Set {Describe(unsent)}.");
                    return status;
                }
                catch (RemoteCallException exception) when (!run.Settings.Required && IsFull(exception))
                {
                    run.Log.Warning($"GitHub keeps no more than 1000 statuses of one name on a commit, so it did not set {Describe(unsent)}. The next commit takes them again.");
                    return unsent;
                }
            },
            unsent,
            cancellationToken).ConfigureAwait(false);
    }

    // As a schedule meets it that runs for weeks on one commit; what it does is no worse for it.
    private static bool IsFull(RemoteCallException exception) =>
        exception.Status == HttpStatusCode.UnprocessableEntity && exception.Message.Contains("maximum number of statuses", StringComparison.OrdinalIgnoreCase);

    private static string Describe(CommitStatus status) =>
        $"the status {status.Context} of {status.Repository}@{status.Sha} to {status.State.ToString().ToLowerInvariant()}"
        + (status.Description is { } description ? $" (\"{description}\")" : "");

    private async Task<CommitStatusSettings> CompleteAsync(CommitStatusSettings settings, CancellationToken cancellationToken)
    {
        if (settings is { Repository: not null, Sha: not null, TargetUrl: not null })
            return settings;

        // Where everything that matters was said, a place that cannot be told is no reason to fail.
        var place = settings is { Repository: not null, Sha: not null }
            ? await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false)
            : await run.ReportPlaceAsync(cancellationToken).ConfigureAwait(false);
        return settings with
        {
            Repository = settings.Repository ?? place?.Repository,
            Sha = settings.Sha ?? place?.Sha,
            TargetUrl = settings.TargetUrl ?? place?.RunUrl,
        };
    }
}
