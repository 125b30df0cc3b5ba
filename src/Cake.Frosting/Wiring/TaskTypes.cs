using System.Reflection;
using Cake.Core;

namespace Cake.Frosting.Wiring;

/// <summary>What a task's class says about the task.</summary>
internal static class TaskTypes
{
    public static IEnumerable<Type> In(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && IsTask(type));

    public static bool IsTask(Type type) => type.IsAssignableTo(typeof(IFrostingTask));

    public static string NameOf(Type task) =>
        task.GetCustomAttribute<TaskNameAttribute>(inherit: false)?.Name ?? task.Name;

    /// <summary>The context that a task asks for: only its immediate base class is asked, as in the real assembly.</summary>
    public static Type ContextOf(Type task) =>
        task.BaseType is { } parent && IsTaskBase(parent) ? parent.GenericTypeArguments[0] : typeof(ICakeContext);

    /// <summary>The constructed FrostingTask or AsyncFrostingTask that a task derives from, however far.</summary>
    public static Type BaseOf(Type task)
    {
        for (var type = task.BaseType; type is not null; type = type.BaseType)
        {
            if (IsTaskBase(type))
            {
                return type;
            }
        }

        throw new InvalidOperationException(
            "This method expects all IFrostingTask to be instances of FrostingTask or AsyncFrostingTask.");
    }

    private static bool IsTaskBase(Type type) =>
        type.IsConstructedGenericType
        && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(FrostingTask<>) || definition == typeof(AsyncFrostingTask<>));
}
