using GitOps.Cake.Helmfile.Applying;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile;

/// <summary>The native engine: reads the helmfile itself, and needs nothing but helm.</summary>
/// <param name="ports">The outside world.</param>
/// <param name="workspace">The folder that the paths of scopes start from.</param>
public sealed class NativeEngine(EnginePorts ports, string workspace)
{
    /// <summary>Compares a helmfile with its cluster.</summary>
    /// <param name="scope">What is compared with which cluster.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The plan. A release that could not be compared is in it with its error, and makes it partial.</returns>
    /// <exception cref="GitOpsException">The state file cannot be read, or the cluster cannot be reached or refuses.</exception>
    public async Task<Plan> DiffAsync(HelmfileScope scope, CancellationToken cancellationToken) =>
        (await PlanAsync(scope, needsNamedCluster: false, cancellationToken).ConfigureAwait(false)).Plan;

    /// <summary>Applies a helmfile to its cluster: plans everything, then changes what differs.</summary>
    /// <param name="settings">What is applied to which cluster, and how.</param>
    /// <param name="planned">Hears the plan before anything changes; what it throws stops the apply.</param>
    /// <param name="cancellationToken">Interrupts the apply; the report says what was left in which state.</param>
    /// <returns>What became of every release. Nothing was changed where the plan is partial.</returns>
    /// <exception cref="InvalidSettingsException">A release names no cluster, and neither does the scope.</exception>
    /// <exception cref="GitOpsException">The state file cannot be read, or the cluster cannot be reached or refuses.</exception>
    public async Task<ApplyReport> ApplyAsync(
        HelmfileApplySettings settings, Func<Plan, CancellationToken, Task> planned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(planned);
        var prepared = await PlanAsync(settings.Scope, needsNamedCluster: true, cancellationToken).ConfigureAwait(false);
        await planned(prepared.Plan, cancellationToken).ConfigureAwait(false);
        if (prepared.Plan.IsPartial)
            return Stopped(prepared);

        if (!settings.DryRun)
            return await new Applier(ports, settings.OnFailure, settings.Scope.Concurrency).ApplyAsync(prepared, cancellationToken).ConfigureAwait(false);

        var outcomes = await new ServerDryRun(ports).RunAsync(prepared, cancellationToken).ConfigureAwait(false);
        return new() { Plan = prepared.Plan, Releases = outcomes, DryRun = true };
    }

    private static ApplyReport Stopped(PreparedPlan prepared) => new()
    {
        Plan = prepared.Plan,
        Releases =
        [
            .. prepared.Releases.Select(release => release.Planned switch
            {
                { Error: { } error } => Outcomes.Of(release, ReleaseOutcomeKind.Failed) with { Reason = error },
                { IsChange: true } => Outcomes.Skipped(release, "Another release could not be compared, so nothing was changed."),
                _ => Outcomes.Unchanged(release),
            }),
        ],
    };

    private async Task<PreparedPlan> PlanAsync(HelmfileScope scope, bool needsNamedCluster, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var helmfiles = await new HelmfileLoader(ports.Commands).LoadAsync(scope, workspace, cancellationToken).ConfigureAwait(false);
        return await new Planner(ports, scope, needsNamedCluster && !scope.UseCurrentContext).PlanAsync(helmfiles, cancellationToken).ConfigureAwait(false);
    }
}
