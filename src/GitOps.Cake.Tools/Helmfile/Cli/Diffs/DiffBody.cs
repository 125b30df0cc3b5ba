using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>The lines that helm-diff shows of a resource, with which both of its manifests can be rebuilt where none is left out.</summary>
/// <param name="Lines">The lines with their marks.</param>
internal sealed record DiffBody(ImmutableArray<string> Lines)
{
    /// <summary>Stands for lines that are left out.</summary>
    public const string Omission = "...";

    /// <summary>Whether every line is there.</summary>
    public bool IsWhole => !Lines.Contains(Omission, StringComparer.Ordinal);

    public string Before => Side('-');

    public string After => Side('+');

    /// <summary>Whether a line is one that a body can have.</summary>
    public static bool IsLine(string line) => line is "" or Omission or "-" or "+" || line.StartsWith("  ", StringComparison.Ordinal)
        || line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal);

    private string Side(char mark) => string.Join('\n', Lines.Where(line => line is "" || line[0] == ' ' || line[0] == mark).Select(Text));

    private static string Text(string line) => line.Length > 2 ? line[2..] : "";
}
