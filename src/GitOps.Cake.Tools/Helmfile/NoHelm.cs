using System.Reflection;

namespace GitOps.Cake.Helmfile;

/// <summary>Stands where helm would be, in commands that do without.</summary>
internal class NoHelm : DispatchProxy
{
    public static T For<T>()
        where T : class => Create<T, NoHelm>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new InvalidOperationException($"{targetMethod?.DeclaringType?.Name}.{targetMethod?.Name} was called by a command that is said to need no helm.");
}
