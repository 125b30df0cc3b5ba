using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Tests.Doubles;

/// <summary>A project in a folder with the chart <c>./c</c>, and an engine whose outside world is in memory.</summary>
internal sealed class EngineFolder : IDisposable, IChartSource, IChartWorkshop, IRunFolder, IRunLog
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine-");
    private readonly NativeEngine _engine;

    public EngineFolder(string releases, string? helmVersion = "4.1.0")
    {
        Hooks = new(Cluster.Calls);
        _engine = new(
            new()
            {
                Renderer = Cluster,
                Actions = Cluster,
                Records = Cluster,
                Cluster = Cluster,
                Cache = NoHelm.Instance,
                Checks = NoHelm.Instance,
                Repositories = NoHelm.Instance,
                Charts = this,
                Workshop = this,
                Folder = this,
                Log = this,
                Commands = Hooks,
                HelmVersion = helmVersion is null ? null : Task.FromResult(helmVersion),
            },
            _folder.FullName);
        Write("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
        Write("helmfile.yaml", releases);
    }

    public NativeEngine Engine => _engine;

    public FakeCluster Cluster { get; } = new();

    public RecordedHooks Hooks { get; }

    public List<string> Warnings { get; } = [];

    /// <summary>What helm and the hooks were asked to do since the last look.</summary>
    public string[] Journal()
    {
        string[] calls = [.. Cluster.Calls];
        Cluster.Calls.Clear();
        return calls;
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(_folder.FullName, path));

    public HelmfileScope Scope { get; set; } = new() { KubeContext = "test", Concurrency = 1 };

    public FailurePolicy OnFailure { get; set; }

    public bool PairHooks { get; set; }

    public Task<Plan> DiffAsync() => _engine.DiffAsync(new() { Scope = Scope }, TestContext.Current.CancellationToken);

    public Task<ApplyReport> ApplyAsync(CancellationToken? cancellationToken = null) =>
        _engine.ApplyAsync(new() { Scope = Scope, OnFailure = OnFailure, PairHooks = PairHooks }, new(), cancellationToken ?? TestContext.Current.CancellationToken);

    public Task<ApplyReport> SyncAsync() => _engine.SyncAsync(new() { Scope = Scope, OnFailure = OnFailure }, new(), TestContext.Current.CancellationToken);

    public Task<ApplyReport> DestroyAsync(bool skipCharts = false) =>
        _engine.DestroyAsync(new() { Scope = Scope, SkipCharts = skipCharts, PairHooks = PairHooks }, new(), TestContext.Current.CancellationToken);

    public Task RunAsync(string command) => command switch
    {
        "list" => _engine.ListAsync(new() { Scope = Scope }, TestContext.Current.CancellationToken),
        "build" => _engine.BuildAsync(new() { Scope = Scope }, TestContext.Current.CancellationToken),
        "show-dag" => _engine.ShowDagAsync(new() { Scope = Scope }, TestContext.Current.CancellationToken),
        "diff" => DiffAsync(),
        "apply" => ApplyAsync(),
        "template" => _engine.TemplateAsync(new() { Scope = Scope }, TestContext.Current.CancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The version of every pulled chart; by default none can be pulled.</summary>
    public string? PulledVersion { get; set; }

    /// <summary>Runs in the middle of every pull.</summary>
    public Func<string, Task> Pulling { get; set; } = _ => Task.CompletedTask;

    public async Task<PulledChart> PullAsync(ChartReference reference, CancellationToken cancellationToken)
    {
        await Pulling(reference.Name);
        return PulledVersion is null ? throw new NotSupportedException() : new(Path.Combine(_folder.FullName, "c"), PulledVersion);
    }

    public Task BuildDependenciesAsync(string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task UpdateDependenciesAsync(string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The charts that were made for releases.</summary>
    public List<ChartAssembly> Assemblies { get; } = [];

    /// <summary>How their manifests were changed.</summary>
    public List<ChartPatch> Patches { get; } = [];

    public Task<string> AssembleAsync(ChartAssembly assembly, CancellationToken cancellationToken)
    {
        lock (Assemblies)
        {
            Assemblies.Add(assembly);
        }

        return Task.FromResult(Path.Combine(_folder.FullName, "c"));
    }

    public Task PatchAsync(ChartPatch patch, CancellationToken cancellationToken)
    {
        lock (Patches)
        {
            Patches.Add(patch);
        }

        return Task.CompletedTask;
    }

    public Task<string> WriteAsync(string name, string content, CancellationToken cancellationToken)
    {
        Write($"tmp/{name}", content);
        return Task.FromResult(Path.Combine(_folder.FullName, "tmp", name));
    }

    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
        lock (Warnings)
        {
            Warnings.Add(message);
        }
    }

    public void Verbose(string message)
    {
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
