using System.Reflection;

namespace Cake.Frosting.Wiring;

/// <summary>
/// Which members of its base class a task overrides. Cake treats a task without an action, criterion or handler
/// differently from one with an empty one, so only what is overridden is handed on.
/// </summary>
internal sealed class TaskOverrides(Type task)
{
    private readonly Type _base = TaskTypes.BaseOf(task);

    public bool Run => Overrides(nameof(FrostingTask.Run)) || Overrides(nameof(AsyncFrostingTask.RunAsync));

    public bool ShouldRun => Overrides(nameof(FrostingTask.ShouldRun));

    public bool OnError => Overrides(nameof(FrostingTask.OnError), typeof(Exception));

    public bool Finally => Overrides(nameof(FrostingTask.Finally));

    private bool Overrides(string name, params Type[] first) =>
        task.GetMethod(name, BindingFlags.Instance | BindingFlags.Public, [.. first, _base.GenericTypeArguments[0]]) is { } method
        && method.DeclaringType != _base
        && method.GetBaseDefinition().DeclaringType == _base;
}
