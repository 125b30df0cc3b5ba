using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GitOps.Cake.Charts;
using GitOps.Cake.Charts.Changes;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Cli;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Verbs.Charts;
using GitOps.Cake.Locks;
using GitOps.Cake.Scopes;
using GitOps.Cake.Sources;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile;

/// <summary>Puts the engine and the outside world together, each piece when it is first needed.</summary>
internal sealed class ClientWiring : IDisposable
{
    private const string PlanKeyVariable = "GITOPS_PLAN_KEY";

    private readonly HelmfileClientOptions _options;
    private readonly IRunLog _log;
    private readonly ToolRunner _runner;
    private readonly Lazy<RunFolder> _folder;
    private readonly List<IDisposable> _owned = [];
    private readonly ConcurrentDictionary<ClusterAccess, Lazy<ClusterConnections>> _connections = new();

    public ClientWiring(HelmfileClientOptions options, Interruption? interruption)
    {
        _options = options;
        _log = options.Log ?? SilentRunLog.Instance;
        _runner = new(new() { Log = _log, PassEnvironment = options.PassEnvironment }, new(), interruption);
        _folder = new(() => RunFolder.Create());
    }

    /// <summary>Finds helm, asks it for its version, and makes an engine for the cluster of a scope meanwhile.</summary>
    /// <exception cref="ToolNotFoundException">There is no helm.</exception>
    public NativeEngine Build(HelmfileScope scope, CancellationToken cancellationToken)
    {
        var helm = HelmProgram.Find(new(_options.Workspace), _runner, scope.HelmBinary, cancellationToken);
        return Build(scope, helm, TextAsync(helm.VersionAsync()));
    }

    /// <summary>Makes an engine that looks for no helm, for commands that only read state files.</summary>
    public NativeEngine BuildReading(HelmfileScope scope) => Build(scope, HelmProgram.None, helmVersion: null);

    private ClusterAccess Access(HelmfileScope scope) =>
        new(scope.KubeConfig is null ? null : Path.GetFullPath(scope.KubeConfig, _options.Workspace!), scope.KubeContext);

    private NativeEngine Build(HelmfileScope scope, HelmProgram helm, Task<string>? helmVersion)
    {
        var access = Access(scope);
        var finder = new ToolFinder(_options.Workspace);
        var connections = Connections(access);
        var cluster = new KubernetesCluster(connections, _log);
        var cache = new SourceCache();
        var commands = new StateCommands(_runner);
        var charts = new ChartSource(new RetryingRunner(_runner, RepositoryRetries.Of(scope), TimeProvider.System), helm, _folder.Value);
        return new(
            new()
            {
                Renderer = new HelmChartRenderer(_runner, helm, access, _folder.Value),
                Actions = new HelmReleaseActions(_runner, helm, access, _log),
                Cache = cache,
                Checks = new HelmReleaseChecks(_runner, helm, access),
                Repositories = new ChartRepositories(_runner, helm, TimeProvider.System),
                Charts = charts,
                Workshop = new ChartWorkshop(charts, new(_runner, helm, access), new(_runner, finder, helm, scope.KustomizeBinary), _folder.Value),
                Sources = Sources(finder, cache),
                Records = new HelmReleaseRecords(connections, HelmStorage.Of(Environment.GetEnvironmentVariable("HELM_DRIVER"))),
                Cluster = cluster,
                Live = new LiveObjects(connections, cluster),
                Folder = _folder.Value,
                Commands = commands,
                Decryption = HelmSecrets.Find(finder, scope.HelmBinary, commands, _folder.Value),
                KnowsRepository = HelmUserFiles.KnowsRepository,
                Conceal = _runner.Redactor.Add,
                Credentials = [.. CredentialVariables.Values()],
                Log = _log,
                HelmVersion = helmVersion,
                PlanKey = _options.PlanKey
                    ?? (Environment.GetEnvironmentVariable(PlanKeyVariable) is { Length: > 0 } key ? new Secret(key) : null),
            },
            _options.Workspace!);
    }

    private static async Task<string> TextAsync(Task<HelmVersion> version) => (await version.ConfigureAwait(false)).ToString();

    /// <summary>Makes the engine that drives the real helmfile; a call finds the programs.</summary>
    public CliEngine BuildCli()
    {
        var runner = _options.Runner ?? _runner;
        return new(new()
        {
            Runner = runner,
            Programs = new(new(_options.Workspace) { AcceptsNames = _options.Runner is not null }, runner),
            Log = _log,
            Workspace = _options.Workspace!,
            Connect = _options.Runner is null ? Connect : null,
            ProgressPerRelease = _options.ProgressPerRelease,
            CreateFolder = name => _folder.Value.CreateFolder(name),
        });
    }

    /// <summary>Finds out which scopes a change affects.</summary>
    public AffectedScopes Affected(Func<HelmfileScope, CancellationToken, Task<IHelmfileEngine>> engines) => new(engines, _runner, _options.Workspace!);

    /// <summary>Keeps a change of a scope apart from others; null where there is nothing to lock.</summary>
    public ScopeLock? Lock(HelmfileScope scope, LockOptions options)
    {
        // A runner that stands in for programs stands in for the cluster, too.
        if (options.Mode == LockMode.Off || _options.Runner is not null)
            return null;

        return new(LockTerms.Of(scope, options, _options.Workspace!), options, new()
        {
            ConnectAsync = (context, cancellationToken) => Connections(Access(scope)).GetAsync(context, cancellationToken),
            IsBlind = scope.Engine == HelmfileEngine.Cli,
            Runner = _runner,
            Log = _log,
            Workspace = _options.Workspace!,
        });
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The invoker disposes its handler.")]
    private SourceFetcher Sources(ToolFinder finder, SourceCache cache)
    {
        var limits = new SourceLimits();
        var http = Own(new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(30) }));
        return new(new(_runner, finder, limits), new(http, limits), cache, _folder.Value, limits, _log);
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();

        if (_folder.IsValueCreated)
            _folder.Value.Dispose();
    }

    private (IReleaseRecords Records, ICluster Cluster) Connect(ClusterAccess access)
    {
        var connections = Connections(access);
        return (new HelmReleaseRecords(connections, HelmStorage.Of(Environment.GetEnvironmentVariable("HELM_DRIVER"))), new KubernetesCluster(connections, _log));
    }

    private ClusterConnections Connections(ClusterAccess access) =>
        _connections.GetOrAdd(access, given => new(() => Own(new ClusterConnections(given, _runner)))).Value;

    private T Own<T>(T owned)
        where T : IDisposable
    {
        lock (_owned)
        {
            _owned.Add(owned);
        }

        return owned;
    }
}
