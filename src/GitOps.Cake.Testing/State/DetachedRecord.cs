using System.Collections.Immutable;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.State;

/// <summary>Keeps the state file in step with a start, so that a start that is cut short leaves nothing unknown behind.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DetachedRecord(StateFolder folder, LocalControlPlaneOptions options, ControlPlaneBinaries binaries)
{
    private readonly Lock _lock = new();

    private ControlPlaneState _state = new()
    {
        Version = "",
        Context = options.Context,
        Binaries = binaries.Stamps(),
        ApiServerArguments = options.ApiServerArguments,
    };

    /// <summary>Adds a part; one of the same name, which did not get its port, makes way.</summary>
    public void Add(string name, int port, ProcessIdentity process)
    {
        lock (_lock)
        {
            ImmutableArray<ComponentState> others = [.. _state.Components.Where(component => component.Name != name)];
            _state = _state with { Components = others.Add(new(name, port, process)) };
            _state.Write(folder);
        }
    }

    public ControlPlaneState Complete(string version)
    {
        lock (_lock)
        {
            _state = _state with { Version = version, IsComplete = true };
            _state.Write(folder);
            return _state;
        }
    }
}
