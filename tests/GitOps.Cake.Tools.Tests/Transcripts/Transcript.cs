using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>One recorded call of a real helmfile, and what a reader has to make of it.</summary>
public sealed record Transcript(string Version, string Name, ImmutableArray<string> Arguments, int ExitCode, string Output, string Log, JsonObject Expected)
{
    /// <summary>The name without the number of the call.</summary>
    public string Title => Name[(Name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>The command among the arguments, flags and their values aside.</summary>
    public string Command => Arguments.Contains("--version") ? "version" : Words().FirstOrDefault() ?? "";

    public override string ToString() => $"{Version}/{Name}";

    internal HelmfileAnswer Answer(string? output = null, string? log = null) =>
        new(new ToolCommand("helmfile", [.. Arguments.Select(argument => (Argument)argument)]), ExitCode, output ?? Output, log ?? Log);

    private IEnumerable<string> Words()
    {
        for (var index = 0; index < Arguments.Length; index++)
        {
            if (Arguments[index] is "-l" or "-e" or "-f" or "-b" or "-n" or "--selector" or "--environment" or "--file")
                index++;
            else if (!Arguments[index].StartsWith('-'))
                yield return Arguments[index];
        }
    }
}
