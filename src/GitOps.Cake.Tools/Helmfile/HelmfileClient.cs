using System.Collections.Concurrent;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// Compares and applies helmfiles. Needs no Cake: a test or a service can use it as it is. Charts are pulled once in the
/// life of a client, so what was planned is what is applied.
/// </summary>
public sealed class HelmfileClient : IDisposable
{
    private readonly ConcurrentDictionary<(string? Helm, string? KubeConfig, string? KubeContext), Lazy<Task<NativeEngine>>> _engines = new();
    private readonly HelmfileClientOptions _options;
    private readonly ClientWiring _wiring;

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
        _wiring = new(_options, interruption);
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
            var engine = await EngineAsync(settings.Scope, token).ConfigureAwait(false);
            var plan = await engine.DiffAsync(settings.Scope, token).ConfigureAwait(false);
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
            var engine = await EngineAsync(settings.Scope, token).ConfigureAwait(false);
            return await engine.ApplyAsync(settings, PlannedAsync, token).ConfigureAwait(false);
        }).ConfigureAwait(false);

        async Task PlannedAsync(Plan plan, CancellationToken token)
        {
            await WriteAsync(settings.PlanFile, plan, token).ConfigureAwait(false);
            if (planned is not null)
                await planned(plan, token).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the client's private files.</summary>
    public void Dispose() => _wiring.Dispose();

    private Task<NativeEngine> EngineAsync(HelmfileScope scope, CancellationToken cancellationToken) =>
        _engines.GetOrAdd(
            (scope.HelmBinary, scope.KubeConfig, scope.KubeContext),
            _ => new(() => _wiring.BuildAsync(scope, cancellationToken))).Value;

    private async Task WriteAsync(string? file, Plan plan, CancellationToken cancellationToken)
    {
        if (file is null)
            return;

        var path = Path.GetFullPath(file, _options.Workspace!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, PlanJson.Write(plan), cancellationToken).ConfigureAwait(false);
    }
}
