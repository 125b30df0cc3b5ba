using System.Collections.Immutable;
using GitOps.Cake.GitHub.Checks;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub.Approvals;

/// <summary>
/// The digest of the plan that was shown on a pull request, kept at its head commit: in the name that a check has outside, where this
/// identity is an App, else in a commit status. Never in a comment: those can be edited. Only what this identity wrote counts.
/// </summary>
internal sealed class PlanApproval(GitHubRun run, string scope)
{
    private const string Prefix = "digest ";

    private readonly SortedSet<string> _strangers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the check or status.</summary>
    public string Context { get; } = StatusName.Of("gitops/plan", scope);

    /// <summary>Keeps the digest of a plan. One that is partial cannot be approved, so it is kept as a failure without a digest.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="whole">Where all of it can be read.</param>
    /// <param name="annotations">What went wrong, at lines of files.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task<ReportedCheck> KeepAsync(Plan plan, string? whole, ImmutableArray<CheckAnnotation> annotations, CancellationToken cancellationToken)
    {
        var check = new CheckSettings
        {
            Name = Context,
            Conclusion = plan.IsPartial ? CheckConclusion.Failure : CheckConclusion.Success,
            Title = Title(plan),
            Summary = plan.ToSummary(),
            Text = plan.ToMarkdown(new() { MaximumLength = CheckClient.LongestText, Whole = whole }),
            Annotations = annotations,
            ExternalId = plan.IsPartial ? null : plan.Digest,
        };
        return new CheckReporter(run).ReportAsync(check, cancellationToken);
    }

    /// <summary>
    /// Keeps the digest of a plan that was shown by other means, in a commit status. Only on a pull request: a push that shows its own plan approves nothing with it. What a merge
    /// queue tests gets the status as well, for a branch rule may require it there; nobody looks for an approval at that commit.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isRefused">Whether something is against it, so that it cannot be approved.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task NoteAsync(Plan plan, bool isRefused, CancellationToken cancellationToken) =>
        isRefused ? NoteAsync(CommitState.Failure, "The plan may not be applied", cancellationToken) : NoteAsync(plan.IsPartial ? CommitState.Failure : CommitState.Success, Title(plan), cancellationToken);

    /// <summary>Says in a commit status that there is no plan that could be approved.</summary>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task NoteMissingAsync(CancellationToken cancellationToken) => NoteAsync(CommitState.Failure, "There is no plan", cancellationToken);

    /// <summary>Says that there is no plan that could be approved: it was not made, or it may not be applied.</summary>
    /// <param name="title">What happened, in one line.</param>
    /// <param name="error">Why.</param>
    /// <param name="annotations">What went wrong, at lines of files.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task<ReportedCheck> RefuseAsync(string title, string error, ImmutableArray<CheckAnnotation> annotations, CancellationToken cancellationToken) =>
        new CheckReporter(run).ReportAsync(
            new() { Name = Context, Conclusion = CheckConclusion.Failure, Title = title, Summary = MarkdownText.Fence(error), Annotations = annotations },
            cancellationToken);

    /// <summary>Says that a change does not affect the scope: there is nothing to approve.</summary>
    /// <param name="why">Why, in one line.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public Task<ReportedCheck> SkipAsync(string why, CancellationToken cancellationToken) =>
        new CheckReporter(run).ReportAsync(new() { Name = Context, Conclusion = CheckConclusion.Success, Title = why }, cancellationToken);

    /// <summary>
    /// What was shown on the pull requests that brought the commit of this run. There are several where they came in one push, as from a merge queue: then each
    /// showed what it does alone, and whoever approved one approved exactly that.
    /// </summary>
    public async Task<ImmutableArray<ApprovedPlan>> FindAsync(CancellationToken cancellationToken)
    {
        var place = await run.PlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        if (run.Api(repository) is not { } api)
            return [];

        var (plans, saysNothing) = (ImmutableArray.CreateBuilder<ApprovedPlan>(), true);
        foreach (var pull in await new BroughtPullRequests(run, api, repository).FindAsync(place, cancellationToken).ConfigureAwait(false))
        {
            // A plan may have been shown by several means: what was said last counts, also where it says that there is none.
            (string? Digest, DateTimeOffset At)?[] said =
            [
                await OfCheckAsync(api, repository, pull.HeadSha, cancellationToken).ConfigureAwait(false),
                await OfStatusAsync(api, repository, pull.HeadSha, cancellationToken).ConfigureAwait(false),
            ];
            saysNothing &= said.All(one => one is null);
            if (said.OfType<(string? Digest, DateTimeOffset At)>().OrderByDescending(one => one.At).FirstOrDefault() is { Digest: { } digest })
                plans.Add(new(digest, pull.Number, pull.HeadSha));
        }

        if (saysNothing && _strangers.Count > 0)
        {
            run.Log.Warning(
                $"{Context} was set on the pull request by {string.Join(", ", _strangers)}, and this run is {await run.LoginAsync(cancellationToken).ConfigureAwait(false)} on GitHub. "
                + "What somebody else wrote approves nothing: let the run of the pull request and this one report as the same App or user.");
        }

        return plans.ToImmutable();
    }

    private async Task NoteAsync(CommitState state, string text, CancellationToken cancellationToken)
    {
        if (await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is { PullRequest: not null } or { IsMergeGroup: true })
            await new CommitStatusReporter(run).SetAsync(new() { Context = Context, State = state, Description = text }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(string? Digest, DateTimeOffset At)?> OfCheckAsync(GitHubApi api, RepositoryName repository, string sha, CancellationToken cancellationToken)
    {
        try
        {
            var checks = await new CheckClient(api, repository).ReadAsync(sha, Context, cancellationToken).ConfigureAwait(false);
            foreach (var check in checks.Where(check => check.Name == Context))
            {
                if (await IsOwnAsync($"{check.App?.Slug}[bot]", cancellationToken).ConfigureAwait(false))
                    return (IsDigest(check.ExternalId) ? check.ExternalId : null, check.CompletedAt ?? DateTimeOffset.MaxValue);
            }
        }
        catch (RemoteCallException exception) when (exception.IsMissingPermission)
        {
            run.Log.Verbose($"The token may not read checks, so the approved plan is looked for among the statuses: {exception.Message}");
        }

        return null;
    }

    private async Task<(string? Digest, DateTimeOffset At)?> OfStatusAsync(GitHubApi api, RepositoryName repository, string sha, CancellationToken cancellationToken)
    {
        if (await new CommitStatusClient(api).FindOwnAsync(repository, sha, Context, IsOwnAsync, cancellationToken).ConfigureAwait(false) is not ({ } status, var at))
            return null;

        var isDigest = status is { State: CommitState.Success, Description: { } text } && text.StartsWith(Prefix, StringComparison.Ordinal) && IsDigest(text[Prefix.Length..]);
        return (isDigest ? status.Description![Prefix.Length..] : null, at);
    }

    private async Task<bool> IsOwnAsync(string? login, CancellationToken cancellationToken)
    {
        if (await run.IsOwnAsync(login, cancellationToken).ConfigureAwait(false))
            return true;

        if (login is not null)
            _strangers.Add(login);
        return false;
    }

    private static string Title(Plan plan) => plan.IsPartial ? "The plan is partial and cannot be approved" : $"{Prefix}{plan.Digest}";

    private static bool IsDigest(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}
