namespace GitOps.Cake.Tooling;

/// <summary>A program ended with an exit code that is not an expected one, or did not keep to what it may do.</summary>
public sealed class ToolFailedException : GitOpsException
{
    /// <summary>A program ended with an unexpected exit code.</summary>
    /// <param name="command">What was run.</param>
    /// <param name="output">What it answered.</param>
    public ToolFailedException(ToolCommand command, ToolOutput output)
        : this(command, output, Text(command, output, $"it ended with exit code {output?.ExitCode}."))
    {
    }

    internal ToolFailedException(ToolCommand command, ToolOutput output, string message)
        : base(message) => (Command, Output) = (command, output);

    /// <summary>What was run.</summary>
    public ToolCommand Command { get; }

    /// <summary>What it answered.</summary>
    public ToolOutput Output { get; }

    internal static string Text(ToolCommand command, ToolOutput output, string reason, string? nextStep = null) =>
        FailureText.Of(command, FailureText.WhatHappened(command, reason), output.StandardError, nextStep);
}
