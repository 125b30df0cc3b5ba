using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.Pipelines;

/// <summary>Work under a commit status that certainly ends: with what came out, with what went wrong, or as interrupted.</summary>
internal static class ReportedScope
{
    /// <summary>A status without work: the scope is left alone.</summary>
    public static Task SkipAsync(GitHubRun run, string context, string why, bool isFailure, CancellationToken cancellationToken) => new CommitStatusReporter(run).SetAsync(
        new() { State = isFailure ? CommitState.Failure : CommitState.Success, Context = context, Description = why }, cancellationToken);

    /// <summary>A status with work.</summary>
    public static async Task RunAsync(GitOpsSession session, GitHubRun run, Type task, string context, Func<Task<string>> work)
    {
        var pending = new CommitStatusSettings { State = CommitState.Pending, Context = context, Description = "running" };
        var open = await run.Statuses.OpenAsync(pending, session.Interrupted).ConfigureAwait(false);
        try
        {
            var text = await work().ConfigureAwait(false);
            await run.Statuses.CloseAsync(open, CommitState.Success, text, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var (state, text) = session.Interrupted.IsCancellationRequested
                ? (CommitState.Error, "interrupted")
                : (CommitState.Failure, TaskOutcomeText.Of(session, task, exception, TimeSpan.Zero));
            try
            {
                await run.Statuses.CloseAsync(open, state, text, CancellationToken.None).ConfigureAwait(false);
            }
            catch (GitOpsException report)
            {
                // What went wrong first is what people have to know.
                session.Log.Warning(report.Message);
            }

            throw;
        }
    }
}
