using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Doubles;

/// <summary>A cluster in memory, with helm's records and a helm that renders and deploys one ConfigMap per release.</summary>
internal sealed class FakeCluster : ICluster, IReleaseRecords, IChartRenderer, IReleaseActions
{
    private readonly ConcurrentDictionary<string, ReleaseRecord> _records = new();
    private readonly ConcurrentQueue<(string What, string Of)> _asked = new();

    /// <summary>What helm was asked to do, in order, as in <c>upgrade one</c>.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Tells a call that is to fail why, and null of any other.</summary>
    public Func<string, string?> Fail { get; set; } = _ => null;

    /// <summary>Runs in the middle of every call.</summary>
    public Func<string, Task> During { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs when a connection is made ahead.</summary>
    public Func<string, Task> Connecting { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs in the middle of every rendering.</summary>
    public Func<string, Task> Rendering { get; set; } = _ => Task.CompletedTask;

    /// <summary>What was asked that changes nothing: <c>template</c> of a release, <c>records</c> of a namespace, <c>capabilities</c> of a context.</summary>
    public IEnumerable<string> Asked(string what) => _asked.Where(asked => asked.What == what).Select(asked => asked.Of);

    /// <summary>What a release's ConfigMap says; by default the same for all.</summary>
    public Func<string, string> Text { get; set; } = _ => "same";

    public UpgradeRequest? LastUpgrade { get; private set; }

    public UninstallRequest? LastUninstall { get; private set; }

    public string? Status(string release) => _records.GetValueOrDefault(release) is { } record ? $"{record.Status} {record.Revision}" : null;

    public void Deploy(string release, string status = "deployed", int revision = 1, string? text = null) =>
        _records[release] = new()
        {
            Name = release,
            Namespace = "n",
            Revision = revision,
            Status = status,
            IsDeployed = status == "deployed",
            Payload = JsonSerializer.SerializeToUtf8Bytes(new { manifest = Manifest(release, text ?? "same"), chart = new { metadata = new { name = "c", version = "1.0.0" } } }),
        };

    public Task ConnectAsync(string? kubeContext, CancellationToken cancellationToken)
    {
        _asked.Enqueue(("connection", kubeContext ?? ""));
        return Connecting(kubeContext ?? "");
    }

    public Task<ClusterCapabilities> ReadCapabilitiesAsync(string? kubeContext, CancellationToken cancellationToken)
    {
        _asked.Enqueue(("capabilities", kubeContext ?? ""));
        return Task.FromResult(new ClusterCapabilities { Uid = "uid", KubeVersion = "v1.33.0", Kinds = [new("v1", "ConfigMap", "configmaps", true)], ApiVersions = ["v1", "v1/ConfigMap"] });
    }

    public Task<ImmutableArray<ExistingObject>> FindAsync(string? kubeContext, IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableArray<ExistingObject>.Empty);

    public Task<string?> DryRunAsync(string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> manifest, bool force, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public Task<ImmutableArray<ReleaseRecord>> ListAsync(string? kubeContext, string @namespace, CancellationToken cancellationToken)
    {
        _asked.Enqueue(("records", @namespace));
        return Task.FromResult(_records.Values.OrderBy(record => record.Name, StringComparer.Ordinal).ToImmutableArray());
    }

    public async Task<string> RenderAsync(RenderRequest request, CancellationToken cancellationToken)
    {
        var name = request.Chart.Release.Name;
        _asked.Enqueue(("template", name));
        await Rendering(name);
        return Fail($"template {name}") is { } failure ? throw new GitOpsException(failure) : Manifest(name, Text(name));
    }

    public Task<IReadOnlySet<string>> ListBuiltInApiVersionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());

    public async Task UpgradeAsync(UpgradeRequest request, CancellationToken cancellationToken)
    {
        var name = request.Chart.Release.Name;
        var revision = _records.GetValueOrDefault(name)?.Revision + 1 ?? 1;
        LastUpgrade = request;
        Calls.Enqueue($"upgrade {name}");
        Deploy(name, "failed", revision, Text(name));
        await During($"upgrade {name}");
        cancellationToken.ThrowIfCancellationRequested();
        if (Fail($"upgrade {name}") is { } failure)
            throw new GitOpsException(failure);

        Deploy(name, "deployed", revision, Text(name));
    }

    public async Task UninstallAsync(UninstallRequest request, CancellationToken cancellationToken)
    {
        LastUninstall = request;
        Calls.Enqueue($"uninstall {request.Release.Name}");
        await During($"uninstall {request.Release.Name}");
        cancellationToken.ThrowIfCancellationRequested();
        if (Fail($"uninstall {request.Release.Name}") is { } failure)
            throw new GitOpsException(failure);

        _records.TryRemove(request.Release.Name, out _);
    }

    private static string Manifest(string release, string text) => new StringBuilder("---\n# Source: c/templates/config.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n")
        .Append("  name: ").Append(release).Append("\ndata:\n  text: ").Append(text).Append('\n').ToString();
}
