namespace GitOps.Cake;

/// <summary>Says that a task is the answer to a push to a branch. Read by the event router; on its own it changes nothing.</summary>
/// <param name="branch">The branch, as in <c>main</c>; <c>*</c> stands for any run of characters.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OnPushAttribute(string branch) : Attribute
{
    /// <summary>The branch.</summary>
    public string Branch { get; } = branch;
}
