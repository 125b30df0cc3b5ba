namespace GitOps.Cake.Tooling;

/// <summary>A program ended as if all was well, or told of a failure, but its text is not what that program prints: nothing is read from it.</summary>
public sealed class UnreadableOutputException : GitOpsException
{
    internal UnreadableOutputException(ToolCommand command, string problem, string standardError = "", Exception? cause = null)
        : base(
            FailureText.Of(
                command,
                $"The output of {FailureText.Name(command)} cannot be read: {problem}",
                standardError,
                "The output may be cut off or mixed with other texts; see it with --verbosity=diagnostic, and run again."),
            cause!) => Command = command;

    /// <summary>What was run.</summary>
    public ToolCommand Command { get; }
}
