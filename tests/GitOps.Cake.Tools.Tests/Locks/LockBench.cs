using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Locks;
using GitOps.Cake.Reports;
using GitOps.Cake.Tests.Cluster;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Locks;

/// <summary>Locks of one scope on the real API server, each taken as a run of its own would take it.</summary>
internal sealed class LockBench(ClusterConnections connections, string space, string workspace, CancellationToken stop) : IAsyncDisposable
{
    private const string Scope = "deploy/helmfile.yaml:staging";

    private readonly ToolRunner _runner = new();

    public string Space => space;

    public RecordedLog Log { get; } = new();

    public static async Task<LockBench> OpenAsync(TestCluster cluster, CancellationToken stop, string? workspace = null) =>
        new(await cluster.ConnectAsync(), await cluster.NewNamespaceAsync(), workspace ?? Path.GetTempPath(), stop);

    /// <summary>The same scope from another folder.</summary>
    public LockBench In(string folder) => new(connections, space, folder, stop);

    /// <summary>Runs a change under the lock.</summary>
    public async Task<ApplyReport> RunAsync(LockOptions options, Func<CancellationToken, Task>? change = null, LockMode? mode = null, TimeProvider? time = null)
    {
        options = options with { Namespace = options.Namespace ?? space, Mode = mode };
        var terms = LockTerms.Of(new() { Name = Scope }, options, workspace);
        using var guard = new ScopeLock(terms, options, new()
        {
            ConnectAsync = connections.GetAsync,
            Runner = _runner,
            Log = Log,
            Workspace = workspace,
            Time = time ?? TimeProvider.System,
        });
        return await guard.RunAsync(
            async (enter, stop) =>
            {
                await enter([null], stop);
                await (change?.Invoke(stop) ?? Task.CompletedTask);
                return Report();
            },
            sha => new(true, sha),
            stop);
    }

    /// <summary>Takes the lock as a process does that is killed at once.</summary>
    public async Task<LeaseRecord> DieHoldingAsync(TimeSpan duration, TimeProvider? time = null)
    {
        var terms = LockTerms.Of(new() { Name = Scope }, new() { Namespace = space, Duration = duration }, workspace);
        return await new LeaseTaker(terms, LeaseName.Of(Scope), await ApiAsync(), Log, time ?? TimeProvider.System).TakeAsync(sha: null, stop);
    }

    public async Task<LeaseApi> ApiAsync() => new(await connections.GetAsync(null, stop), space, LeaseName.Of(Scope));

    public async Task<LeaseRecord> ReadAsync() => (await (await ApiAsync()).GetAsync(stop)).ShouldNotBeNull();

    public ValueTask DisposeAsync()
    {
        connections.Dispose();
        return default;
    }

    private static ApplyReport Report() => new() { Plan = new() { Scope = Scope, Environment = "staging" } };
}
