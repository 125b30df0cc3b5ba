using System.Collections.Immutable;
using System.Net;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub;

/// <summary>Lets an apply through whose plan is the one that was shown on the pull request, or the one that somebody accepted since.</summary>
internal sealed class ApprovalGate(GitHubRun run, string scope, bool required, HelmfileApplySettings settings, Action<CommentPart> tell)
{
    private readonly StoppedApply _stopped = new(run, scope);
    private ImmutableArray<ApprovedPlan> _approved = [];
    private bool _wasStopped;
    private string _whyNone = "no merged pull request brought it, or none was compared there";

    /// <summary>
    /// Whether GitHub has to be asked for an apply that reports nothing there: where an approval is required or was given, which ends a stop that is kept there, and where a
    /// CI system that has a token builds what was pushed or merged. Elsewhere, as on a laptop, an apply does without GitHub.
    /// </summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        required || settings.AcceptDigest is not null || (run.IsInCi && run.HasToken && await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is { PullRequest: null } or { IsMerged: true });

    /// <summary>Reads what was approved.</summary>
    /// <exception cref="RemoteCallException">
    /// GitHub does not tell. A token that may not read it, and a repository or a commit that it does not know, are no error where no approval is required; then the log says so.
    /// </exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (settings.AcceptDigest is not null)
            return;

        if (await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false) is not { } place)
        {
            _whyNone = "which commit of which repository it is cannot be told (--repository, --sha)";
            return;
        }

        if (!run.HasToken)
            _whyNone = "there is no token for GitHub (GITHUB_TOKEN) to ask with";

        try
        {
            // A scheduled run repairs what drifted since the merge, which no pull request showed.
            if (!required && IsScheduled(place))
            {
                _wasStopped = await _stopped.IsKeptAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            _approved = await new PlanApproval(run, scope).FindAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteCallException exception) when (!required && (exception.IsMissingPermission || exception.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity))
        {
            run.Log.Warning($"{exception.Message}\nSo it is not known whether a pull request showed another plan; the apply goes on, for no approval is required (--require-approval).");
        }

        foreach (var plan in _approved)
            run.Log.Information($"Pull request {plan.PullRequest} was merged with the plan {plan.Digest}, shown at {plan.Sha}.");
    }

    /// <summary>Stops what nobody approved.</summary>
    /// <exception cref="GitOpsException">The plan is another one; the message says how to accept it.</exception>
    public async Task PassAsync(Plan plan, CancellationToken cancellationToken)
    {
        var wayOut = $"Look at the plan above; to apply it, run again with --accept={plan.Digest}.";
        if (settings.AcceptDigest is { } accepted)
        {
            ApprovalCheck.Check(plan, accepted);
            await _stopped.AcceptAsync(plan, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (_wasStopped && plan.HasChanges)
        {
            throw new GitOpsException(
                $"The apply of this commit was stopped before, for it was not what a pull request had shown, and nobody accepted it since. Nothing was applied. {wayOut}");
        }

        if (_approved.IsEmpty)
        {
            // Such as a scope that the pull request did not affect: there was nothing to approve.
            if (required && (plan.HasChanges || plan.IsPartial))
                throw new GitOpsException($"No plan was approved for this commit: {_whyNone}. {wayOut}");

            return;
        }

        if (_approved.Any(approved => approved.Digest == plan.Digest))
        {
            await _stopped.EndAsync(plan, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (plan.HasChanges)
            await StopAsync(plan, wayOut, cancellationToken).ConfigureAwait(false);
    }

    private async Task StopAsync(Plan plan, string wayOut, CancellationToken cancellationToken)
    {
        await _stopped.KeepAsync(plan, cancellationToken).ConfigureAwait(false);
        var whole = await WholePlan.ShowAsync(run, plan, settings.PlanFile, cancellationToken).ConfigureAwait(false);
        tell(new StoppedPart(plan, string.Join(", ", _approved.Select(approved => approved.Digest)), whole));
        throw new GitOpsException(
            _approved is [var only]
                ? $"The plan has the digest {plan.Digest}, and the one that was approved on pull request {only.PullRequest} has {only.Digest}: "
                    + $"the base branch moved, or the cluster did. Nothing was applied. {wayOut}"
                : $"The plan has the digest {plan.Digest}. {string.Join(" and ", _approved.Select(approved => $"the one that was approved on pull request {approved.PullRequest} has {approved.Digest}"))}: "
                    + $"they came in one push, as from a merge queue, and nobody was shown what they do together. Nothing was applied. {wayOut}");
    }

    // Each CI system has its own word for it.
    private static bool IsScheduled(RunPlace place) =>
        string.Equals(place.Event, "schedule", StringComparison.OrdinalIgnoreCase) || string.Equals(place.Event, "cron", StringComparison.OrdinalIgnoreCase);
}
