using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Engine;

namespace GitOps.Cake.Conformance.Running;

/// <summary>Where cases run one after another: a folder, an environment and an engine.</summary>
/// <param name="tools">The programs.</param>
/// <param name="kubeConfig">The cluster; null in a lane without one.</param>
internal sealed class Lane(Toolbox tools, string? kubeConfig) : IDisposable
{
    // The recordings had two minutes as well.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly LaneFolder _folder = new();
    private EngineProcess? _shared;
    private EngineProcess? _own;

    public LaneFolder Folder => _folder;

    public async Task<EngineAnswer> AskAsync(ConformanceCase @case, CaseWorkspace workspace, CaseStep step, CancellationToken cancellationToken)
    {
        var request = new EngineRequest(workspace.Case, @case.File, step.Run, tools.Helm);
        return await Engine(@case).AskAsync(request, Limit, cancellationToken);
    }

    /// <summary>Runs helm or kubectl as a user would between two commands.</summary>
    public async Task<(int Exit, string Output)> CallAsync(
        ConformanceCase @case, string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Limit);
        return await CleanProcess.RunAsync(program, arguments, folder, CaseEnvironment.Of(@case, _folder, tools, kubeConfig), time.Token);
    }

    /// <summary>Ends what served one case alone.</summary>
    public void EndCase()
    {
        _own?.Dispose();
        _own = null;
    }

    public void Dispose()
    {
        EndCase();
        _shared?.Dispose();
        _folder.Dispose();
    }

    private EngineProcess Engine(ConformanceCase @case) => CaseEnvironment.IsOwn(@case) ? Living(ref _own, @case) : Living(ref _shared, @case);

    private EngineProcess Living(ref EngineProcess? engine, ConformanceCase @case)
    {
        if (engine is { IsAlive: true })
            return engine;

        engine?.Dispose();
        return engine = new(CaseEnvironment.Of(@case, _folder, tools, kubeConfig), Path.GetTempPath());
    }
}
