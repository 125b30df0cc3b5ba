namespace GitOps.Cake.Tooling;

/// <summary>A program took longer than it may and was stopped.</summary>
public sealed class ToolTimedOutException : GitOpsException
{
    internal ToolTimedOutException(ToolCommand command, TimeSpan timeout, bool killed, string message)
        : base(message) => (Command, Timeout, Killed) = (command, timeout, killed);

    /// <summary>What was run.</summary>
    public ToolCommand Command { get; }

    /// <summary>How long it might have run.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Whether it did not end by itself when it was interrupted.</summary>
    public bool Killed { get; }
}
