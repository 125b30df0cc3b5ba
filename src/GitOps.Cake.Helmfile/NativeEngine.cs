using GitOps.Cake.Helmfile.Applying;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>The native engine: reads the helmfile itself, and needs nothing but helm.</summary>
/// <param name="ports">The outside world.</param>
/// <param name="workspace">The folder that the paths of scopes start from.</param>
public sealed class NativeEngine(EnginePorts ports, string workspace) : IHelmfileEngine
{
    /// <inheritdoc/>
    public async Task<Plan> DiffAsync(HelmfileDiffSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return (await PlanAsync(settings.Scope, needsNamedCluster: false, cancellationToken).ConfigureAwait(false)).Plan;
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public Task<ReleaseList> ListAsync(HelmfileListSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("list");

    /// <inheritdoc/>
    public Task<BuiltStates> BuildAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("build");

    /// <inheritdoc/>
    public Task<EnvironmentList> PrintEnvAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("print-env");

    /// <inheritdoc/>
    public Task<ReleaseDag> ShowDagAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("show-dag");

    /// <inheritdoc/>
    public Task<WrittenValues> WriteValuesAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("write-values");

    /// <inheritdoc/>
    public Task<RenderedReleases> TemplateAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("template");

    /// <inheritdoc/>
    public Task<CheckReport> LintAsync(HelmfileLintSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("lint");

    /// <inheritdoc/>
    public Task<CheckReport> UnitTestAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("unittest");

    /// <inheritdoc/>
    public Task<RepositoryList> ReposAsync(HelmfileReposSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("repos");

    /// <inheritdoc/>
    public Task<ResolvedDependencies> DepsAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("deps");

    /// <inheritdoc/>
    public Task<FetchedCharts> FetchAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("fetch");

    /// <inheritdoc/>
    public Task<ReleaseStatuses> StatusAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("status");

    /// <inheritdoc/>
    public Task<CheckReport> TestAsync(HelmfileTestSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("test");

    /// <inheritdoc/>
    public Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("sync");

    /// <inheritdoc/>
    public Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("destroy");

    /// <inheritdoc/>
    public Task<HelmfileVersion> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("version");

    /// <inheritdoc/>
    public Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("cache");

    private static GitOpsException Unsupported(string command) =>
        new($"{command} is not supported by the native engine yet. Take the real helmfile for it: Engine = HelmfileEngine.Cli.");

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
        var helmfiles = await new HelmfileLoader(ports.Commands).LoadAsync(scope, workspace, cancellationToken).ConfigureAwait(false);
        return await new Planner(ports, scope, needsNamedCluster && !scope.UseCurrentContext).PlanAsync(helmfiles, cancellationToken).ConfigureAwait(false);
    }
}
