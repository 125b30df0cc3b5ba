using GitOps.Cake.Helmfile.Applying;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Planning.Comparing;
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
        return (await PlanAsync(settings.Scope, PlanPurpose.Diff with { Choices = DiffChoices.Of(settings) }, cancellationToken).ConfigureAwait(false)).Plan;
    }

    /// <inheritdoc/>
    public async Task<ApplyReport> ApplyAsync(
        HelmfileApplySettings settings, Func<Plan, CancellationToken, Task> planned, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(planned);
        var prepared = await PlanAsync(settings.Scope, PlanPurpose.Apply with { Choices = DiffChoices.Of(settings) }, cancellationToken).ConfigureAwait(false);
        var rules = ApplyRules.For(settings.Scope, PlanPurpose.Apply, settings.OnFailure);
        return await new ChangeRun(ports, rules, settings.DryRun).RunAsync(prepared, planned, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var prepared = await PlanAsync(settings.Scope, PlanPurpose.Sync, cancellationToken).ConfigureAwait(false);
        var rules = ApplyRules.For(settings.Scope, PlanPurpose.Sync, settings.OnFailure);
        return await new ChangeRun(ports, rules).RunAsync(prepared, planned: null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var prepared = await PlanAsync(settings.Scope, PlanPurpose.Destroy, cancellationToken).ConfigureAwait(false);
        var rules = ApplyRules.For(settings.Scope, PlanPurpose.Destroy, FailurePolicy.Stop);
        return await new ChangeRun(ports, rules).RunAsync(prepared, planned: null, cancellationToken).ConfigureAwait(false);
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
    public Task<HelmfileVersion> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("version");

    /// <inheritdoc/>
    public Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("cache");

    private static GitOpsException Unsupported(string command) =>
        new($"{command} is not supported by the native engine yet. Take the real helmfile for it: Engine = HelmfileEngine.Cli.");

    private async Task<PreparedPlan> PlanAsync(HelmfileScope scope, PlanPurpose purpose, CancellationToken cancellationToken)
    {
        var helmfiles = await new HelmfileLoader(ports.Commands).LoadAsync(scope, workspace, cancellationToken).ConfigureAwait(false);
        return await new Planner(ports, scope, purpose).PlanAsync(helmfiles, cancellationToken).ConfigureAwait(false);
    }
}
