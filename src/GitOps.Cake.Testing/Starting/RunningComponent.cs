using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.Starting;

/// <summary>One part of a control plane that runs.</summary>
internal sealed record RunningComponent(ComponentCommand Command, IComponentProcess Process)
{
    public string Name => Command.Name;

    public int Port => Command.Port;

    /// <summary>Ends all parts: etcd last, since the others write to it until they are gone.</summary>
    public static async Task StopAsync(IReadOnlyCollection<RunningComponent> components, TimeSpan grace)
    {
        foreach (var group in components.GroupBy(component => component.Name == ComponentNames.Etcd).OrderBy(group => group.Key))
            await Task.WhenAll(group.Select(component => component.Process.StopAsync(grace))).ConfigureAwait(false);
        foreach (var component in components)
            component.Process.Dispose();
    }
}
