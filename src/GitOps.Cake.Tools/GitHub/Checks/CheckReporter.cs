using System.Net;
using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.GitHub.Checks;

/// <summary>Reports a check; a token that may make none sets a commit status of the same name, and it is said so.</summary>
internal sealed class CheckReporter(GitHubRun run)
{
    public async Task<ReportedCheck> ReportAsync(CheckSettings settings, CancellationToken cancellationToken)
    {
        var place = await run.ReportPlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        settings = settings with { DetailsUrl = settings.DetailsUrl ?? place.RunUrl, Summary = settings.Summary.Length > 0 ? settings.Summary : settings.Title };
        var unsent = new ReportedCheck { Repository = place.Repository, Sha = place.Sha, Name = settings.Name, Conclusion = settings.Conclusion };
        return await run.ReportAsync(
            $"make the check {settings.Name} of {place.Repository}@{place.Sha} ({settings.Conclusion.ToString().ToLowerInvariant()}: {settings.Title})",
            repository,
            async api =>
            {
                try
                {
                    // A name of its own lets a check be found again where GitHub did not say that it was made.
                    var external = settings.ExternalId ?? Guid.NewGuid().ToString("N");
                    var check = await new CheckClient(api, repository).CreateAsync(settings, place.Sha, external, cancellationToken).ConfigureAwait(false);
                    run.Log.Information($"Made the check {settings.Name} of {place.Repository}@{place.Sha}.");
                    return unsent with { Id = check.Id, Url = check.HtmlUrl };
                }
                catch (RemoteCallException exception) when (IsForAppsOnly(exception))
                {
                    run.Log.Information($"Only GitHub Apps make checks, and this token is no App's: a commit status takes the place of {settings.Name}.");
                    await new CommitStatusReporter(run).SetAsync(Status(settings, place), cancellationToken).ConfigureAwait(false);
                    return unsent with { IsStatus = true };
                }
            },
            unsent,
            cancellationToken).ConfigureAwait(false);
    }

    // Tokens of people cannot be given the permission at all, whichever form they have. One that is missing has another message, and another way out.
    private static bool IsForAppsOnly(RemoteCallException exception) => exception.Status == HttpStatusCode.Forbidden
        && (exception.Reason.Contains("authenticate via a GitHub App", StringComparison.OrdinalIgnoreCase)
            || exception.Reason.Contains("not accessible by personal access token", StringComparison.OrdinalIgnoreCase));

    private static CommitStatusSettings Status(CheckSettings settings, RunPlace place) => new()
    {
        Context = settings.Name,
        State = settings.Conclusion switch
        {
            CheckConclusion.Success or CheckConclusion.Neutral or CheckConclusion.Skipped => CommitState.Success,
            CheckConclusion.Cancelled => CommitState.Error,
            _ => CommitState.Failure,
        },
        Description = settings.Title,
        TargetUrl = settings.DetailsUrl,
        Repository = place.Repository,
        Sha = place.Sha,
    };
}
