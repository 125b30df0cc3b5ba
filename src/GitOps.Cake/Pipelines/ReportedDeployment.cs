using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Deployments;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Pipelines;

/// <summary>An apply under a deployment that certainly ends.</summary>
internal sealed class ReportedDeployment(GitHubRun run, string environment)
{
    public async Task<ApplyReport> RunAsync(Func<Task<ApplyReport>> apply, CancellationToken cancellationToken)
    {
        await SetAsync(DeploymentState.InProgress, "applying", cancellationToken).ConfigureAwait(false);
        try
        {
            var report = await apply().ConfigureAwait(false);
            var state = report.Interrupted ? DeploymentState.Error : report.Succeeded ? DeploymentState.Success : DeploymentState.Failure;
            await SetAsync(state, report.ToSummary(), CancellationToken.None).ConfigureAwait(false);
            return report;
        }
        catch (Exception exception)
        {
            var text = exception is OperationCanceledException ? "interrupted" : exception.Message.Split('\n')[0];
            await SetAsync(exception is OperationCanceledException ? DeploymentState.Error : DeploymentState.Failure, text, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private Task<DeploymentReport> SetAsync(DeploymentState state, string text, CancellationToken cancellationToken) =>
        new DeploymentReporter(run).ReportAsync(new() { Environment = environment, State = state, Description = text }, cancellationToken);
}
