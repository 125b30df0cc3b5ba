using GitOps.Cake.Locks;
using GitOps.Cake.Plans;
using GitOps.Cake.Policies;
using GitOps.Cake.Reports;
using GitOps.Cake.Results;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// Works with helmfiles, one method per command, with the engine that the settings name. Needs no Cake: a test or a service can use it
/// as it is. Charts are pulled once in the life of a client, so what was planned is what is applied.
/// </summary>
public sealed partial class HelmfileClient : IDisposable
{
    private readonly HelmfileClientOptions _options;
    private readonly Engines _engines;

    /// <summary>A client.</summary>
    /// <param name="options">What all calls have in common.</param>
    public HelmfileClient(HelmfileClientOptions? options = null)
        : this(options ?? new(), interruption: null)
    {
    }

    /// <param name="options">What all calls have in common.</param>
    /// <param name="interruption">The end of the run by a signal.</param>
    internal HelmfileClient(HelmfileClientOptions options, Interruption? interruption)
    {
        _options = options with { Workspace = Path.GetFullPath(options.Workspace ?? Environment.CurrentDirectory) };
        _engines = new(_options, interruption);
    }

    /// <summary>Compares a helmfile with its cluster. Nothing is changed.</summary>
    /// <param name="settings">What is compared, and how.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The plan; partial where a release could not be compared.</returns>
    /// <exception cref="GitOpsException">The state file cannot be read, helm is missing, or the cluster cannot be reached or refuses.</exception>
    public async Task<Plan> DiffAsync(HelmfileDiffSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var limit = new TimeLimit(settings.Timeout, cancellationToken);
        return await limit.KeepAsync("The comparison", async token =>
        {
            var engine = await _engines.OfAsync(settings.Scope, HelmNeed.Required, token).ConfigureAwait(false);
            var plan = await engine.DiffAsync(settings, token).ConfigureAwait(false);
            await WriteAsync(settings.PlanFile, plan, token).ConfigureAwait(false);
            return plan;
        }).ConfigureAwait(false);
    }

    /// <summary>Applies a helmfile to its cluster: plans everything, then changes what differs.</summary>
    /// <param name="settings">What is applied, and how.</param>
    /// <param name="planned">Hears the plan before anything changes; what it throws stops the apply.</param>
    /// <param name="cancellationToken">Interrupts the apply: helm is interrupted, and the report says what was left in which state.</param>
    /// <returns>What became of every release. Nothing was changed where the plan is partial.</returns>
    /// <exception cref="InvalidSettingsException">No cluster is named.</exception>
    /// <exception cref="PlanNotApprovedException">The plan is not the approved one. Nothing was changed.</exception>
    /// <exception cref="PlanPolicyException">The plan breaks the policy. Nothing was changed.</exception>
    /// <exception cref="GitOpsException">The state file cannot be read, helm is missing, or the cluster cannot be reached or refuses.</exception>
    public async Task<ApplyReport> ApplyAsync(
        HelmfileApplySettings settings,
        Func<Plan, CancellationToken, Task>? planned = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var limit = new TimeLimit(settings.Timeout, cancellationToken);
        return await limit.KeepAsync("The apply", async token =>
        {
            var gate = await PlanGate.OpenAsync(settings, _options.Workspace!, token).ConfigureAwait(false);
            var steps = new ChangeSteps { Planned = (plan, stop) => PlannedAsync(gate, plan, stop) };
            return await LockedAsync(
                settings.Scope,
                settings.DryRun ? settings.Lock with { Mode = LockMode.Off } : settings.Lock,
                steps,
                (engine, told, stop) => engine.ApplyAsync(settings, told, stop),
                sha => new(true, sha),
                token).ConfigureAwait(false);
        }).ConfigureAwait(false);

        async Task PlannedAsync(PlanGate gate, Plan plan, CancellationToken token)
        {
            await WriteAsync(settings.PlanFile, plan, token).ConfigureAwait(false);
            if (planned is not null)
                await planned(plan, token).ConfigureAwait(false);

            gate.Check(plan);
        }
    }

    /// <summary>Adds the repositories of a helmfile to helm, and logs in to its registries.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The repositories.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<RepositoryList> ReposAsync(HelmfileReposSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("Adding the repositories", settings.Scope, settings.Timeout, (engine, token) => engine.ReposAsync(settings, token), cancellationToken);
    }

    /// <summary>Resolves the dependencies of charts, and locks their versions.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was updated.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<ResolvedDependencies> DepsAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("Resolving the dependencies", settings.Scope, settings.Timeout, (engine, token) => engine.DepsAsync(settings, token), cancellationToken);
    }

    /// <summary>Downloads the charts of a helmfile.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Where they are.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<FetchedCharts> FetchAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The download", settings.Scope, settings.Timeout, (engine, token) => engine.FetchAsync(settings, token), cancellationToken);
    }

    /// <summary>Asks for the status of deployed releases.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What helm says of each release.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<ReleaseStatuses> StatusAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("Asking for the status", settings.Scope, settings.Timeout, (engine, token) => engine.StatusAsync(settings, token), cancellationToken);
    }

    /// <summary>Runs the tests of deployed releases.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the tests of each release came to.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<CheckReport> TestAsync(HelmfileTestSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CallAsync("The tests", settings.Scope, settings.Timeout, (engine, token) => engine.TestAsync(settings, token), cancellationToken);
    }

    /// <summary>Upgrades every chosen release, changed or not.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of every release.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public async Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var limit = new TimeLimit(settings.Timeout, cancellationToken);
        return await limit.KeepAsync("The sync", token => LockedAsync(
            settings.Scope,
            settings.Lock,
            new(),
            (engine, told, stop) => engine.SyncAsync(settings, told, stop),
            sha => new(true, sha),
            token)).ConfigureAwait(false);
    }

    /// <summary>Uninstalls every chosen release.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of every release.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public async Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var limit = new TimeLimit(settings.Timeout, cancellationToken);
        return await limit.KeepAsync("The destruction", token => LockedAsync(
            settings.Scope,
            settings.Lock,
            new(),
            (engine, told, stop) => engine.DestroyAsync(settings, told, stop),
            _ => settings.Scope.Selectors.IsEmpty ? new(true, null) : LockEnd.AsBefore,
            token)).ConfigureAwait(false);
    }

    /// <summary>Tells versions.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<VersionReport> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        HelmfileScope scope = new() { Engine = settings.Engine, HelmfileBinary = settings.HelmfileBinary, HelmBinary = settings.HelmBinary };
        return CallAsync("Asking for versions", scope, settings.Timeout, HelmNeed.IfThere, (engine, token) => engine.VersionAsync(settings, token), cancellationToken);
    }

    /// <summary>Looks into the cache of remote files and charts, or empties it.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it holds, or held.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        HelmfileScope scope = new() { Engine = settings.Engine, HelmfileBinary = settings.HelmfileBinary };
        return CallAsync("Looking into the cache", scope, settings.Timeout, HelmNeed.None, (engine, token) => engine.CacheAsync(settings, token), cancellationToken);
    }

    /// <summary>Has the real helmfile check helm and install its plugins.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it said.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public async Task<InitReport> InitAsync(HelmfileInitSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var limit = new TimeLimit(settings.Timeout, cancellationToken);
        return await limit.KeepAsync("The preparation of helm", token => _engines.Cli.InitAsync(settings, token)).ConfigureAwait(false);
    }

    /// <summary>Has the real helmfile write a project to start from.</summary>
    /// <param name="settings">On what, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Where the project is.</returns>
    /// <exception cref="GitOpsException">Something could not be read, found or reached; the message says what to do.</exception>
    public async Task<CreatedProject> CreateAsync(HelmfileCreateSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var limit = new TimeLimit(settings.Timeout, cancellationToken);
        return await limit.KeepAsync("Writing the project", token => _engines.Cli.CreateAsync(settings, token)).ConfigureAwait(false);
    }

    /// <summary>Removes the client's private files.</summary>
    public void Dispose() => _engines.Dispose();

    private Task<T> CallAsync<T>(
        string what, HelmfileScope scope, TimeSpan? timeout, Func<IHelmfileEngine, CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(what, scope, timeout, HelmNeed.Required, call, cancellationToken);

    private async Task<T> CallAsync<T>(
        string what, HelmfileScope scope, TimeSpan? timeout, HelmNeed helm, Func<IHelmfileEngine, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, cancellationToken);
        return await limit.KeepAsync(what, async token =>
        {
            var engine = await _engines.OfAsync(scope, helm, token).ConfigureAwait(false);
            return await call(engine, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Changes a scope under its lock; the engine is found before anything is locked.</summary>
    private async Task<ApplyReport> LockedAsync(
        HelmfileScope scope,
        LockOptions options,
        ChangeSteps steps,
        Func<IHelmfileEngine, ChangeSteps, CancellationToken, Task<ApplyReport>> change,
        Func<string?, LockEnd> end,
        CancellationToken cancellationToken)
    {
        var engine = await _engines.OfAsync(scope, HelmNeed.Required, cancellationToken).ConfigureAwait(false);
        using var guard = _engines.Lock(scope, options);
        return guard is not null
            ? await guard.RunAsync((enter, stop) => change(engine, steps with { Entering = enter }, stop), end, cancellationToken).ConfigureAwait(false)
            : await change(engine, steps, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a plan to a file, from the workspace; to none where that is null.</summary>
    internal async Task WriteAsync(string? file, Plan plan, CancellationToken cancellationToken)
    {
        if (file is null)
            return;

        var path = Path.GetFullPath(file, _options.Workspace!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, PlanJson.Write(plan), cancellationToken).ConfigureAwait(false);
    }
}
