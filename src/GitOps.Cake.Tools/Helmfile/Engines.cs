using System.Collections.Concurrent;
using GitOps.Cake.Helmfile.Cli;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile;

/// <summary>The engines of a client, each made when it is first needed; a native one per helm and cluster.</summary>
internal sealed class Engines : IDisposable
{
    private readonly ConcurrentDictionary<(string? Helm, string? KubeConfig, string? KubeContext), Lazy<Task<NativeEngine>>> _native = new();
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
    /// <exception cref="GitOpsException">The native engine was asked for, and helm is missing or too old.</exception>
    public async Task<IHelmfileEngine> OfAsync(HelmfileScope scope, CancellationToken cancellationToken) => scope.Engine switch
    {
        HelmfileEngine.Cli => Cli,
        HelmfileEngine.Native => await _native.GetOrAdd(
            (scope.HelmBinary, scope.KubeConfig, scope.KubeContext),
            _ => new(() => _wiring.BuildAsync(scope, cancellationToken))).Value.ConfigureAwait(false),
        _ => throw new InvalidSettingsException($"The scope's Engine is {scope.Engine}, which is no engine."),
    };

    public void Dispose() => _wiring.Dispose();
}
