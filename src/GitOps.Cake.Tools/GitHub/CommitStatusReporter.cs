using GitOps.Cake.Git;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub;

/// <summary>Sets a commit status where GitHub can be reached, and says what it would set where there is no token.</summary>
internal sealed class CommitStatusReporter(IToolRunner runner, string workspace, IRunLog log)
{
    /// <summary>Finds out what the settings leave open, and sets the status.</summary>
    /// <exception cref="InvalidSettingsException">The settings cannot be used.</exception>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public async Task<CommitStatus> SetAsync(CommitStatusSettings settings, CancellationToken cancellationToken)
    {
        settings = await CompleteAsync(settings, cancellationToken).ConfigureAwait(false);
        CommitStatusRules.Check(settings);
        if (GitHubAccess.FromEnvironment() is { } access)
        {
            var status = await new CommitStatusClient(access).SetAsync(settings, cancellationToken).ConfigureAwait(false);
            log.Information($"Set {Describe(settings)}.");
            return status;
        }

        log.Information($"There is no GITHUB_TOKEN, so nothing was sent. With one this would set {Describe(settings)}.");
        return new()
        {
            Repository = settings.Repository!,
            Sha = settings.Sha!,
            State = settings.State,
            Context = settings.Context,
            Description = CommitStatusRules.Cut(settings.Description),
            TargetUrl = settings.TargetUrl,
        };
    }

    private static string Describe(CommitStatusSettings settings) =>
        $"the status {settings.Context} of {settings.Repository}@{settings.Sha} to {settings.State.ToString().ToLowerInvariant()}"
        + (CommitStatusRules.Cut(settings.Description) is { } description ? $" (\"{description}\")" : "");

    private async Task<CommitStatusSettings> CompleteAsync(CommitStatusSettings settings, CancellationToken cancellationToken)
    {
        var repository = settings.Repository ?? Variable("GITHUB_REPOSITORY");
        var sha = settings.Sha ?? Variable("GITHUB_SHA");
        if (repository is not null && sha is not null)
            return settings with { Repository = repository, Sha = sha };

        var git = new ToolFinder(workspace).Find(ToolSource.Git);
        var checkout = await GitRepository.FindAsync(runner, git, workspace, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidSettingsException(
                $"{workspace} is no git repository, so which commit to report on has to be said: name Repository (--repository) and Sha (--sha).");
        return settings with
        {
            Repository = repository ?? (await checkout.OriginAsync(cancellationToken).ConfigureAwait(false))?.ToString()
                ?? throw new InvalidSettingsException(
                    $"{checkout.Root} has no remote 'origin' on a server, so which repository to report on has to be said: name Repository (--repository), or set GITHUB_REPOSITORY."),
            Sha = sha ?? await checkout.HeadAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
