namespace GitOps.Cake.Helmfile.Ports;

/// <summary>What a program answered.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record CommandOutput(int ExitCode, string Output, string Error)
{
    /// <summary>The exit code alone: the output may hold secrets.</summary>
    public override string ToString() => $"exit code {ExitCode}";
}
