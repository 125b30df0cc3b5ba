using GitOps.Cake.Helmfile.Applying;
using GitOps.Cake.Helmfile.Inputs;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.Verbs.Build;
using GitOps.Cake.Helmfile.Verbs.Cache;
using GitOps.Cake.Helmfile.Verbs.Charts;
using GitOps.Cake.Helmfile.Verbs.Checks;
using GitOps.Cake.Helmfile.Verbs.List;
using GitOps.Cake.Helmfile.Verbs.PrintEnv;
using GitOps.Cake.Helmfile.Verbs.Rendering;
using GitOps.Cake.Helmfile.Verbs.ShowDag;
using GitOps.Cake.Helmfile.Verbs.Version;
using GitOps.Cake.Helmfile.Verbs.WriteValues;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>The native engine: reads the helmfile itself, and needs nothing but helm.</summary>
/// <param name="ports">The outside world.</param>
/// <param name="workspace">The folder that the paths of scopes start from.</param>
public sealed class NativeEngine(EnginePorts ports, string workspace) : IHelmfileEngine
{
    private Walk Walk => new(ports, workspace);

    /// <inheritdoc/>
    public async Task<Plan> DiffAsync(HelmfileDiffSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var purpose = PlanPurpose.Diff with { Comparison = DiffChoices.Of(settings) };
        return (await PlanAsync(settings.ToWork(), purpose, cancellationToken).ConfigureAwait(false)).Plan;
    }

    /// <inheritdoc/>
    public async Task<ApplyReport> ApplyAsync(HelmfileApplySettings settings, ChangeSteps steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(steps);
        var purpose = PlanPurpose.Apply with { Comparison = DiffChoices.Of(settings), Upgrade = settings.Upgrade };
        RefusedChoices.Check(settings.Upgrade);
        var prepared = await PlanAsync(settings.ToWork(), purpose, cancellationToken, steps).ConfigureAwait(false);
        var rules = ApplyRules.For(settings.Scope, purpose, settings.OnFailure) with { PairsHooks = settings.PairHooks };
        return await new ChangeRun(ports, rules, settings.DryRun).RunAsync(prepared, steps, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, ChangeSteps steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(steps);
        var purpose = PlanPurpose.Sync with { Upgrade = settings.Upgrade };
        RefusedChoices.Check(settings.Upgrade);
        var prepared = await PlanAsync(settings.ToWork(), purpose, cancellationToken, steps).ConfigureAwait(false);
        var rules = ApplyRules.For(settings.Scope, purpose, settings.OnFailure);
        return await new ChangeRun(ports, rules).RunAsync(prepared, steps, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, ChangeSteps steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(steps);
        var purpose = PlanPurpose.Destroy with { Upgrade = new() { Cascade = settings.Cascade } };
        var prepared = await PlanAsync(settings.ToWork(), purpose, cancellationToken, steps).ConfigureAwait(false);
        var rules = ApplyRules.For(settings.Scope, purpose, FailurePolicy.Stop) with { PairsHooks = settings.PairHooks };
        return await new ChangeRun(ports, rules).RunAsync(prepared, steps, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ScopeInputs> InputsAsync(HelmfileScope scope, NeedsSelection needs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(needs);
        return new InputReading(ports, workspace).ReadAsync(scope, needs, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ReleaseList> ListAsync(HelmfileListSettings settings, CancellationToken cancellationToken) =>
        new ReleaseListing(Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<BuiltStates> BuildAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken) =>
        new StateBuild(Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<EnvironmentList> PrintEnvAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken) =>
        new EnvironmentPrint(Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<ReleaseDag> ShowDagAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken) =>
        new DagListing(Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<WrittenValues> WriteValuesAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken) =>
        new ValuesWriting(Walk, ports.Log).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<RenderedReleases> TemplateAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken) =>
        new TemplateRendering(ports, Walk, workspace).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckReport> LintAsync(HelmfileLintSettings settings, CancellationToken cancellationToken) =>
        new Linting(ports, Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckReport> UnitTestAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken) =>
        new UnitTesting(ports, Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<RepositoryList> ReposAsync(HelmfileReposSettings settings, CancellationToken cancellationToken) =>
        new RepositoryAdding(ports, Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<ResolvedDependencies> DepsAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken) =>
        new DependencyLocking(ports, Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<FetchedCharts> FetchAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken) =>
        new ChartFetching(ports, Walk, workspace).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<ReleaseStatuses> StatusAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken) =>
        new StatusAsking(ports, Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public Task<CheckReport> TestAsync(HelmfileTestSettings settings, CancellationToken cancellationToken) =>
        new Testing(ports, Walk).RunAsync(settings, cancellationToken);

    /// <inheritdoc/>
    public async Task<VersionReport> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken)
    {
        await FindHelmAsync().ConfigureAwait(false);
        return new() { Version = EngineVersion.Current, HelmVersion = ports.KnownHelmVersion };
    }

    /// <inheritdoc/>
    public Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken) =>
        Task.Run(() => CacheKeeping.Run(ports.Cache, settings), cancellationToken);

    /// <summary>Waits until it is known whether there is a helm that can be used.</summary>
    /// <exception cref="GitOpsException">There is none.</exception>
    internal Task FindHelmAsync() => ports.HelmVersion ?? Task.CompletedTask;

    private Task<PreparedPlan> PlanAsync(Work work, PlanPurpose purpose, CancellationToken cancellationToken, ChangeSteps? steps = null) =>
        new Planner(ports, Walk, work with { NeedsNamedCluster = purpose.Changes && !work.Scope.UseCurrentContext }, purpose).PlanAsync(steps, cancellationToken);
}
