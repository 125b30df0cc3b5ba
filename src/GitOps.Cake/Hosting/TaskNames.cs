using System.Reflection;
using Cake.Frosting;

namespace GitOps.Cake.Hosting;

/// <summary>What Frosting calls a task.</summary>
internal static class TaskNames
{
    public static string Of(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;
}
