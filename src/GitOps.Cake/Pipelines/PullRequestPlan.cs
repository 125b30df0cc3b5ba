using System.Runtime.ExceptionServices;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.Pipelines;

/// <summary>What a pull request is told of a scope: that it is looked at, its plan and whether that may be applied, or why there is none.</summary>
/// <param name="session">The run.</param>
/// <param name="run">The way to GitHub.</param>
/// <param name="scope">The scope's name.</param>
/// <param name="group">The scopes that share its comment.</param>
/// <param name="comments">Hears what the comment is to say.</param>
internal sealed class PullRequestPlan(GitOpsSession session, GitHubRun run, string scope, CommentGroup group, ScopeComments comments)
{
    private readonly PlanApproval _approval = new(run, scope);

    /// <summary>Makes a plan and shows it.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="check">Throws what is against it.</param>
    /// <param name="file">The file that it is written to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="GitOpsException">There is no plan, or it may not be applied; the pull request says so.</exception>
    public async Task<Plan> ShowAsync(Func<Task<Plan>> make, Func<Plan, Task> check, string? file, CancellationToken cancellationToken)
    {
        await comments.BeginAsync(group, () => new CommentReporter(run, group.Key).RunningAsync(cancellationToken)).ConfigureAwait(false);
        var (plan, failure) = await AttemptAsync(make).ConfigureAwait(false);
        if (plan is null)
        {
            await FailedAsync(failure!, cancellationToken).ConfigureAwait(false);
            throw failure!;
        }

        var (_, objection) = await AttemptAsync(async () =>
        {
            await check(plan).ConfigureAwait(false);
            return plan;
        }).ConfigureAwait(false);
        var whole = await WholePlan.ShowAsync(run, plan, file, cancellationToken).ConfigureAwait(false);
        var reported = objection is null
            ? await _approval.KeepAsync(plan, whole, ProblemAnnotations.Of(plan, session.Workspace), cancellationToken).ConfigureAwait(false)
            : await _approval.RefuseAsync("The plan may not be applied", objection.Message, [], cancellationToken).ConfigureAwait(false);
        comments.Tell(group, new PlanPart(plan, whole ?? (objection is null ? WholePlan.In(reported, plan) : null), objection?.Message));
        if (objection is not null)
            ExceptionDispatchInfo.Throw(objection);

        return plan;
    }

    private static async Task<(Plan? Plan, GitOpsException? Failure)> AttemptAsync(Func<Task<Plan>> work)
    {
        try
        {
            return (await work().ConfigureAwait(false), null);
        }
        catch (GitOpsException exception)
        {
            return (null, exception);
        }
    }

    private async Task FailedAsync(GitOpsException failure, CancellationToken cancellationToken)
    {
        comments.Tell(group, new FailedPart(scope, failure.Message));
        try
        {
            await _approval.RefuseAsync("There is no plan", failure.Message, ProblemAnnotations.Of(failure.Message, session.Workspace), cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            // What went wrong first is what people have to know.
            session.Log.Warning(exception.Message);
        }
    }
}
