namespace GitOps.Cake;

/// <summary>Says that a task is the answer to a comment on a pull request. Read by the event router; on its own it changes nothing.</summary>
/// <param name="command">The comment's first line, as in <c>/deploy production</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OnCommentAttribute(string command) : Attribute
{
    /// <summary>The comment's first line.</summary>
    public string Command { get; } = command;
}
