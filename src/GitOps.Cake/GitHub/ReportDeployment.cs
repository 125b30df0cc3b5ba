using Cake.Frosting;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;

namespace GitOps.Cake.GitHub;

/// <summary>Reports the apply that a task of this run published as a deployment to its environment.</summary>
[TaskName("ReportDeployment")]
[TaskDescription("Reports the apply of this run as a deployment on GitHub.")]
public sealed class ReportDeployment : ReportDeploymentTask<IGitOpsContext>
{
    /// <inheritdoc/>
    protected override DeploymentSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var report = context.Session.Result<ApplyReport>();
        return new()
        {
            Environment = report.Plan.Environment,
            State = report.Succeeded ? DeploymentState.Success : report.Interrupted ? DeploymentState.Error : DeploymentState.Failure,
            Description = report.ToSummary(),
        };
    }
}
