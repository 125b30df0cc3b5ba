using System.Runtime.ExceptionServices;
using GitOps.Cake.GitHub;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Pipelines;

/// <summary>An apply under the deployment of its environment, with its result on the page of the run and for the pull request.</summary>
/// <param name="run">The way to GitHub.</param>
/// <param name="scope">The scope's name.</param>
/// <param name="environment">The environment on GitHub.</param>
/// <param name="deployments">The deployments of all scopes; null for a dry run, which deploys nothing.</param>
/// <param name="tell">Hears what there is to tell on the pull request.</param>
internal sealed class ReportedDeployment(GitHubRun run, string scope, string environment, EnvironmentDeployments? deployments, Action<CommentPart> tell)
{
    /// <summary>Applies, checks what came out, and reports both.</summary>
    /// <param name="apply">Applies.</param>
    /// <param name="verify">Throws what does not hold after an apply that succeeded.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    /// <exception cref="GitOpsException">The apply failed, or what was checked afterwards.</exception>
    public async Task<ApplyReport> RunAsync(Func<Task<ApplyReport>> apply, Func<ApplyReport, Task> verify, CancellationToken cancellationToken)
    {
        if (deployments is not null)
            await deployments.BeginAsync(run, environment, cancellationToken).ConfigureAwait(false);

        try
        {
            var report = await apply().ConfigureAwait(false);
            var failure = report.Succeeded && deployments is not null ? await FailureAsync(verify(report)).ConfigureAwait(false) : null;

            // A run that was interrupted tells all the same what it left.
            await StepSummary.AddAsync(run, report.ToMarkdown(), CancellationToken.None).ConfigureAwait(false);
            tell(new AppliedPart(report, failure?.Message));
            RunReport.ThrowIfFailed(report);
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);

            End(DeploymentState.Success, report.ToSummary());
            return report;
        }
        catch (Exception exception)
        {
            var interrupted = exception is OperationCanceledException || cancellationToken.IsCancellationRequested;
            End(interrupted ? DeploymentState.Error : DeploymentState.Failure, interrupted ? "interrupted" : exception.Message.Split('\n')[0]);
            throw;
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

    private void End(DeploymentState state, string text) => deployments?.Tell(scope, new() { Environment = environment, State = state, Description = text });
}
