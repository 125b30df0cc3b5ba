using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>What an apply, a sync and a destroy have in common: tell the plan, stop where a comparison failed, carry it out.</summary>
internal sealed class ChangeRun(EnginePorts ports, ApplyRules rules, bool dryRun = false)
{
    /// <param name="prepared">The plan.</param>
    /// <param name="steps">Hears the plan before anything changes; what it throws stops the run.</param>
    /// <param name="cancellationToken">Interrupts the run; the report says what was left in which state.</param>
    public async Task<ApplyReport> RunAsync(PreparedPlan prepared, ChangeSteps steps, CancellationToken cancellationToken)
    {
        try
        {
            await steps.Planned(prepared.Plan, cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            await EndHooksAsync(prepared, exception.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }

        if (prepared.Plan.HasErrors)
        {
            var error = prepared.Releases.Select(release => release.Planned.Error).FirstOrDefault(error => error is not null);
            await EndHooksAsync(prepared, error, cancellationToken).ConfigureAwait(false);
            return Stopped(prepared);
        }

        if (!dryRun)
            return await new Applier(ports, rules).ApplyAsync(prepared, cancellationToken).ConfigureAwait(false);

        var outcomes = await new ServerDryRun(ports).RunAsync(prepared, cancellationToken).ConfigureAwait(false);
        await EndHooksAsync(prepared, error: null, cancellationToken).ConfigureAwait(false);
        return new() { Plan = prepared.Plan, Releases = outcomes, DryRun = true };
    }

    private async Task EndHooksAsync(PreparedPlan prepared, string? error, CancellationToken cancellationToken)
    {
        var open = new OpenHooks(ports.Log);
        foreach (var helmfile in prepared.Helmfiles)
            open.Add(helmfile.Hooks);

        await open.EndAsync(error, cancellationToken).ConfigureAwait(false);
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
}
