using System.Collections.Concurrent;
using GitOps.Cake.Helmfile.Cli;
using GitOps.Cake.Locks;
using GitOps.Cake.Scopes;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile;

/// <summary>The engines of a client, each made when it is first needed; a native one per helm and cluster.</summary>
internal sealed class Engines : IDisposable
{
    private readonly ConcurrentDictionary<Key, Lazy<NativeEngine>> _native = new();
    private readonly ClientWiring _wiring;
    private readonly Lazy<CliEngine> _cli;

    public Engines(HelmfileClientOptions options, Interruption? interruption)
    {
        _wiring = new(options, interruption);
        _cli = new(_wiring.BuildCli);
    }

    /// <summary>The engine that drives the real helmfile; a call names the program.</summary>
    public CliEngine Cli => _cli.Value;

    /// <summary>The engine that a scope names.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="helm">Whether the command works with helm.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="GitOpsException">The native engine was asked for, and the helm that the command needs is missing or too old.</exception>
    public async Task<IHelmfileEngine> OfAsync(HelmfileScope scope, HelmNeed helm, CancellationToken cancellationToken) => scope.Engine switch
    {
        HelmfileEngine.Cli => Cli,
        HelmfileEngine.Native => await NativeAsync(scope, helm, cancellationToken).ConfigureAwait(false),
        _ => throw new InvalidSettingsException($"The scope's Engine is {scope.Engine}, which is no engine."),
    };

    private async Task<NativeEngine> NativeAsync(HelmfileScope scope, HelmNeed helm, CancellationToken cancellationToken)
    {
        if (helm == HelmNeed.None)
            return Reading(scope);

        try
        {
            var key = new Key(true, scope.HelmBinary, scope.KubeConfig, scope.KubeContext, scope.KustomizeBinary, scope.RepoRetries);
            var engine = _native.GetOrAdd(key, _ => new(() => _wiring.Build(scope, cancellationToken))).Value;
            if (helm == HelmNeed.IfThere)
                await engine.FindHelmAsync().ConfigureAwait(false);

            return engine;
        }
        catch (ToolNotFoundException) when (helm == HelmNeed.IfThere && scope.HelmBinary is null)
        {
            // Nobody named one, so that there is none is the answer.
            return Reading(scope);
        }
    }

    private NativeEngine Reading(HelmfileScope scope) => _native.GetOrAdd(
        new Key(false, null, scope.KubeConfig, scope.KubeContext, null, null), _ => new(() => _wiring.BuildReading(scope))).Value;

    /// <summary>Finds out which scopes a change affects.</summary>
    public AffectedScopes Affected => _wiring.Affected((scope, cancellationToken) => OfAsync(scope, HelmNeed.None, cancellationToken));

    /// <summary>Keeps a change of a scope apart from others; null where there is nothing to lock.</summary>
    public ScopeLock? Lock(HelmfileScope scope, LockOptions options) => _wiring.Lock(scope, options);

    public void Dispose() => _wiring.Dispose();

    private sealed record Key(bool HasHelm, string? Helm, string? KubeConfig, string? KubeContext, string? Kustomize, int? Retries);
}
