using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli;

/// <summary>The engine that drives the real helmfile.</summary>
internal sealed class CliEngine : IHelmfileEngine
{
    public Task<Plan> DiffAsync(HelmfileDiffSettings settings, CancellationToken cancellationToken) => throw Unsupported("diff");

    public Task<ApplyReport> ApplyAsync(
        HelmfileApplySettings settings, Func<Plan, CancellationToken, Task> planned, CancellationToken cancellationToken) =>
        throw Unsupported("apply");

    public Task<ReleaseList> ListAsync(HelmfileListSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("list");

    public Task<BuiltStates> BuildAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("build");

    public Task<EnvironmentList> PrintEnvAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("print-env");

    public Task<ReleaseDag> ShowDagAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("show-dag");

    public Task<WrittenValues> WriteValuesAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("write-values");

    public Task<RenderedReleases> TemplateAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("template");

    public Task<CheckReport> LintAsync(HelmfileLintSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("lint");

    public Task<CheckReport> UnitTestAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("unittest");

    public Task<RepositoryList> ReposAsync(HelmfileReposSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("repos");

    public Task<ResolvedDependencies> DepsAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("deps");

    public Task<FetchedCharts> FetchAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("fetch");

    public Task<ReleaseStatuses> StatusAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("status");

    public Task<CheckReport> TestAsync(HelmfileTestSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("test");

    public Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("sync");

    public Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("destroy");

    public Task<HelmfileVersion> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("version");

    public Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("cache");

    public Task<InitReport> InitAsync(HelmfileInitSettings settings, CancellationToken cancellationToken) => throw Unsupported("init");

    public Task<CreatedProject> CreateAsync(HelmfileCreateSettings settings, CancellationToken cancellationToken) =>
        throw Unsupported("create");

    private static GitOpsException Unsupported(string command) =>
        new($"{command} is not supported by the CLI engine yet. Take the native engine for it: Engine = HelmfileEngine.Native.");
}
