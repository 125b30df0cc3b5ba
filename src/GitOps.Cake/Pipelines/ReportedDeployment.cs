using System.Runtime.ExceptionServices;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.GitHub.Deployments;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Pipelines;

/// <summary>An apply under a deployment that certainly ends, with its result on the pull request and on the page of the run.</summary>
internal sealed class ReportedDeployment(GitHubRun run, string scope, string environment, bool isDryRun)
{
    /// <summary>Applies, checks what came out, and reports both.</summary>
    /// <param name="apply">Applies.</param>
    /// <param name="verify">Throws what does not hold after an apply that succeeded.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    /// <exception cref="GitOpsException">The apply failed, or what was checked afterwards.</exception>
    public async Task<ApplyReport> RunAsync(Func<Task<ApplyReport>> apply, Func<ApplyReport, Task> verify, CancellationToken cancellationToken)
    {
        await SetAsync(DeploymentState.InProgress, "applying", cancellationToken).ConfigureAwait(false);
        try
        {
            var report = await apply().ConfigureAwait(false);
            var failure = report.Succeeded && !isDryRun ? await FailureAsync(verify(report)).ConfigureAwait(false) : null;
            await ReportAsync(report, failure?.Message).ConfigureAwait(false);
            RunReport.ThrowIfFailed(report);
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);

            await SetAsync(DeploymentState.Success, report.ToSummary(), CancellationToken.None).ConfigureAwait(false);
            return report;
        }
        catch (Exception exception)
        {
            var interrupted = exception is OperationCanceledException || cancellationToken.IsCancellationRequested;
            await EndAsync(interrupted ? DeploymentState.Error : DeploymentState.Failure, interrupted ? "interrupted" : exception.Message.Split('\n')[0]).ConfigureAwait(false);
            throw;
        }
    }

    private async Task EndAsync(DeploymentState state, string text)
    {
        try
        {
            await SetAsync(state, text, CancellationToken.None).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            // What went wrong first is what people have to know.
            run.Log.Warning(exception.Message);
        }
    }

    private static async Task<GitOpsException?> FailureAsync(Task verification)
    {
        try
        {
            await verification.ConfigureAwait(false);
            return null;
        }
        catch (GitOpsException exception)
        {
            return exception;
        }
    }

    // A run that was interrupted tells all the same what it left.
    private async Task ReportAsync(ApplyReport report, string? failure)
    {
        await StepSummary.AddAsync(run, report.ToMarkdown(), CancellationToken.None).ConfigureAwait(false);
        await new CommentReporter(run, scope).AppliedAsync(report, failure, CancellationToken.None).ConfigureAwait(false);
    }

    // A dry run deploys nothing.
    private Task SetAsync(DeploymentState state, string text, CancellationToken cancellationToken) => isDryRun
        ? Task.CompletedTask
        : new DeploymentReporter(run).ReportAsync(new() { Environment = environment, State = state, Description = text }, cancellationToken);
}
