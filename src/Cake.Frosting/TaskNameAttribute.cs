namespace Cake.Frosting;

/// <summary>Names a task. Without it, the task is called like its class.</summary>
/// <param name="name">The name, unique among all tasks of the program, in any case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;
}
