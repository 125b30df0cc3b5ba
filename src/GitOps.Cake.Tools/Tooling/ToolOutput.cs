namespace GitOps.Cake.Tooling;

/// <summary>What a tool answered.</summary>
public sealed record ToolOutput
{
    /// <summary>The exit code; one of <see cref="ToolCommand.ExpectedExitCodes"/>.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The standard output exactly as it came, secrets included; empty where it was not captured.</summary>
    public string StandardOutput { get; init; } = "";

    /// <summary>The last lines of the standard error, secrets as <c>***</c>.</summary>
    public string StandardError { get; init; } = "";

    /// <summary>How long the tool ran.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The exit code alone: the output may hold what nobody is to see.</summary>
    public override string ToString() => $"exit code {ExitCode}";
}
