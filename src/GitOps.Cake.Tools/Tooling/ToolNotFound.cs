namespace GitOps.Cake.Tooling;

/// <summary>The words for a program that is not there or does not start.</summary>
internal static class ToolNotFound
{
    private const int AccessDenied = 13;
    private const int ArgumentsTooLong = 7;
    private const int BadExecutable = 8;

    public static string Message(ToolCommand command) =>
        command.Advice is { } advice ? Message(command.Program) + Environment.NewLine + advice : Message(command.Program);

    private static string Message(string program) => program.AsSpan().IndexOfAny('/', '\\') >= 0
        ? $"""
           The program {program} does not exist.
           Correct the path, or install the program there.
           """
        : $"""
           The program {program} was not found.
           Install it into a folder of the PATH, or give its full path.
           """;

    /// <param name="command">What was to be run.</param>
    /// <param name="error">The number that the operating system gave.</param>
    /// <param name="cause">What the process class said.</param>
    public static GitOpsException Refused(ToolCommand command, int error, Exception cause) => error switch
    {
        AccessDenied => new ToolNotFoundException(command.Program, $"""
            The program {command.Program} may not be executed.
            Give it the right to be executed (chmod +x), or name another program.
            """, cause),
        BadExecutable => new ToolNotFoundException(command.Program, $"""
            The file {command.Program} is no program that this machine can execute.
            Install the build for this operating system and processor; a script needs a first line such as #!/bin/sh.
            """, cause),
        ArgumentsTooLong => new GitOpsException(FailureText.Of(
            command,
            FailureText.WhatHappened(command, "its arguments are longer than the operating system allows."),
            "",
            "Hand large values over in a file."), cause),
        _ => new GitOpsException(FailureText.Of(
            command, FailureText.WhatHappened(command, $"it did not start ({cause.Message})."), "", nextStep: null), cause),
    };
}
