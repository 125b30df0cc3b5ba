using System.Text;

namespace GitOps.Cake.Tooling;

/// <summary>
/// The one layout of failures: what happened, the command, the folder, the last lines of the standard error, what to do next.
/// A build prints nothing but this.
/// </summary>
internal static class FailureText
{
    private const int Lines = 20;

    public static string Of(ToolCommand command, string whatHappened, string standardError, string? nextStep)
    {
        var text = new StringBuilder(whatHappened)
            .AppendLine().Append("  > ").Append(command)
            .AppendLine().Append("  @ ").Append(command.WorkingDirectory ?? Environment.CurrentDirectory);
        foreach (var line in standardError.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Lines))
            text.AppendLine().Append(line.TrimEnd());

        if ((nextStep ?? command.Advice) is { } next)
            text.AppendLine().Append(next);

        return Redactor.RedactForms(text.ToString());
    }

    /// <summary><c>helm could not upgrade the release web: reason.</c></summary>
    public static string WhatHappened(ToolCommand command, string reason) => command.Purpose is { } purpose
        ? $"{Name(command)} could not {purpose}: {reason}"
        : $"{Name(command)} failed: {reason}";

    public static string Name(ToolCommand command) => Path.GetFileNameWithoutExtension(command.Program);
}
