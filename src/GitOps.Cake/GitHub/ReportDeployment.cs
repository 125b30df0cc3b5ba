using Cake.Frosting;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;

namespace GitOps.Cake.GitHub;

/// <summary>Reports the applies that a task of this run published as deployments to their environments.</summary>
[TaskName("ReportDeployment")]
[TaskDescription("Reports the applies of this run as deployments on GitHub, one for each environment.")]
public sealed class ReportDeployment : ReportDeploymentTask<IGitOpsContext>
{
    // Each scope has a report of its own.
    private protected override void ReadSettings(IGitOpsContext context) => _ = context.Scope;

    private protected override bool IsNothing(IGitOpsContext context) => context.Session.Result<ApplyReport>().DryRun;

    /// <inheritdoc/>
    protected override DeploymentSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var report = context.Session.Result<ApplyReport>();
        return new()
        {
            Environment = report.Plan.Environment,
            State = report.Succeeded ? DeploymentState.Success : report.Interrupted ? DeploymentState.Error : DeploymentState.Failure,
            Description = TaskOutcomeText.Failed(report) ?? report.ToSummary(),
        };
    }
}
