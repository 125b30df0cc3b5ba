using System.Diagnostics.CodeAnalysis;
using Cake.Frosting.Wiring;

namespace Cake.Frosting;

/// <summary>Makes this task run before another one, which need not know of it.</summary>
/// <param name="type">The other task's class; it must be a task that the program finds.</param>
[SuppressMessage("Design", "CA1019", Justification = "The names of the parameter and of the property are those of the real assembly.")]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute, IReverseTaskDependency
{
    /// <summary>Gets the class of the task that runs afterwards.</summary>
    public Type Task { get; } = type;
}
