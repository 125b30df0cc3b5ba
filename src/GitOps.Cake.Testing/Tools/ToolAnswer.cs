namespace GitOps.Cake.Testing;

/// <summary>What a program that is not there would have answered.</summary>
public sealed record ToolAnswer
{
    /// <summary>An answer.</summary>
    /// <param name="standardOutput">What it would have printed.</param>
    /// <param name="standardError">What it would have told on its standard error.</param>
    /// <param name="exitCode">Its exit code.</param>
    public ToolAnswer(string standardOutput = "", string standardError = "", int exitCode = 0)
    {
        ArgumentNullException.ThrowIfNull(standardOutput);
        ArgumentNullException.ThrowIfNull(standardError);
        (StandardOutput, StandardError, ExitCode) = (standardOutput, standardError, exitCode);
    }

    /// <summary>What it would have printed.</summary>
    public string StandardOutput { get; }

    /// <summary>What it would have told on its standard error.</summary>
    public string StandardError { get; }

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; }
}
