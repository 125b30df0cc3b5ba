using System.Collections.Immutable;
using System.Net;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.GitHub.Places;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub.Comments;

/// <summary>
/// Keeps one comment per key on a pull request, edited in place. A run for an older commit, or an older try of the same run, never overwrites
/// what a newer one wrote.
/// </summary>
internal sealed class CommentReporter(GitHubRun run, string key)
{
    /// <summary>How many pull requests of one push are told what became of it: far more than a merge queue puts together by default, and no flood of mails.</summary>
    public const int MostPullRequests = 20;

    /// <summary>Shows plans, and why there is none. Where nothing changes, a comment that is there says so, and none is made.</summary>
    /// <param name="parts">What there is to tell, a part for each scope.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task<PullRequestComment> PlanAsync(ImmutableArray<CommentPart> parts, CancellationToken cancellationToken) =>
        WriteAsync("plan", (comment, former) => comment.Of(parts, former), createsToo: parts.Any(part => part.IsNews), cancellationToken);

    /// <summary>Marks the plans of an earlier commit as out of date.</summary>
    public Task<PullRequestComment> RunningAsync(CancellationToken cancellationToken) =>
        WriteAsync("plan", (comment, former) => former is null ? "" : comment.Running(former), createsToo: false, cancellationToken);

    /// <summary>Shows what became of an apply, or why it stopped, in a comment of its own on each pull request that the push brought.</summary>
    /// <param name="parts">What there is to tell, a part for each scope.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task<PullRequestComment> ApplyAsync(ImmutableArray<CommentPart> parts, CancellationToken cancellationToken) =>
        WriteAsync("apply", (comment, _) => comment.Of(parts), createsToo: parts.Any(part => part.IsNews), cancellationToken);

    private async Task<PullRequestComment> WriteAsync(string kind, Func<PlanComment, string?, string> body, bool createsToo, CancellationToken cancellationToken)
    {
        var place = await run.ReportPlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        var marker = new CommentMarker { Kind = kind, Key = key, Sha = place.Sha, Run = place.RunId ?? "", Attempt = place.Attempt };
        var writer = new PlanComment(marker, place.RunUrl);
        var unsent = new PullRequestComment { Repository = place.Repository, PullRequest = place.PullRequest, Body = body(writer, null) };
        return await run.ReportAsync(
            $"comment on {(place.PullRequest is { } known ? $"pull request {known}" : $"the pull request of {place.Sha}")} of {repository}",
            repository,
            async api =>
            {
                var pulls = await PullRequestsAsync(kind, api, repository, place, cancellationToken).ConfigureAwait(false);
                if (pulls.IsEmpty)
                    run.Log.Information($"{place.Sha} belongs to no pull request, so there is none to comment on.");

                var comments = new List<PullRequestComment>();
                foreach (var pull in pulls)
                    comments.Add(await TellAsync(pull, new(api, repository, pull.Number, run.IsOwnAsync)).ConfigureAwait(false));

                return comments.FirstOrDefault() ?? unsent;
            },
            unsent,
            cancellationToken).ConfigureAwait(false);

        async Task<PullRequestComment> TellAsync(PullRequestFacts pull, CommentClient client)
        {
            var former = await client.FindAsync(marker, cancellationToken).ConfigureAwait(false);
            if (WhyNot(kind, place, pull, marker, former) is { } why)
            {
                run.Log.Information(why);
                return unsent with { PullRequest = pull.Number };
            }

            var text = body(writer, former?.Body);
            if (former is null && !createsToo)
                return unsent with { PullRequest = pull.Number };

            try
            {
                var written = former is null
                    ? await client.CreateAsync(text, cancellationToken).ConfigureAwait(false)
                    : await client.EditAsync(former, text, cancellationToken).ConfigureAwait(false);
                run.Log.Information($"{(former is null ? "Commented" : "Edited the comment")} on pull request {pull.Number}: {written.HtmlUrl}");
                return unsent with { PullRequest = pull.Number, Body = text, Id = written.Id, Url = written.HtmlUrl };
            }
            catch (RemoteCallException exception) when (!run.Settings.Required && IsLocked(exception))
            {
                run.Log.Warning($"The conversation of pull request {pull.Number} is locked, so nothing was written there. The result is in this log and in the step summary.");
                return unsent with { PullRequest = pull.Number };
            }
        }
    }

    // As programs do with everything that was merged; a deployment is no failure because of it.
    private static bool IsLocked(RemoteCallException exception) =>
        exception.Status == HttpStatusCode.Forbidden && exception.Reason.Contains("is locked", StringComparison.OrdinalIgnoreCase);

    // After a merge the run is about a commit of the base branch, and the pull requests are those that brought it.
    private async Task<ImmutableArray<PullRequestFacts>> PullRequestsAsync(string kind, GitHubApi api, RepositoryName repository, RunPlace place, CancellationToken cancellationToken)
    {
        var reader = new PullRequestReader(api, repository);
        if (place.PullRequest is { } number)
            return [await reader.ReadAsync(number, cancellationToken).ConfigureAwait(false)];

        var brought = kind == "apply" ? await new BroughtPullRequests(run, api, repository).FindAsync(place, cancellationToken).ConfigureAwait(false) : [];
        if (brought.Length > MostPullRequests)
            run.Log.Warning($"The push brought {brought.Length} pull requests. What became of it is told on {MostPullRequests} of them.");

        return brought.IsEmpty ? [.. (await reader.OfCommitAsync(place.Sha, cancellationToken).ConfigureAwait(false)).Take(1)] : [.. brought.Take(MostPullRequests)];
    }

    private static string? WhyNot(string kind, RunPlace place, PullRequestFacts pull, CommentMarker marker, CommentAnswer? former)
    {
        if (kind == "plan" && pull.HeadSha != place.Sha)
            return $"Pull request {pull.Number} is at {pull.HeadSha} by now, so its comment does not tell of {place.Sha}.";

        return former is not null && CommentMarker.Read(former.Body) is { } written && marker.IsOlderThan(written)
            ? $"A newer run wrote the comment on pull request {pull.Number}, so this one leaves it."
            : null;
    }
}
