namespace GitOps.Cake;

/// <summary>
/// Says that a task reads an option of the library from the command line itself, as in
/// <c>[ReadsOption("environment")]</c>. An option that no task of a run reads is an error.
/// </summary>
/// <param name="name">The option's name without dashes.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReadsOptionAttribute(string name) : Attribute
{
    /// <summary>The option's name without dashes.</summary>
    public string Name { get; } = name;
}
