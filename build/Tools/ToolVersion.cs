using System.Text.RegularExpressions;

namespace Build.Tools;

/// <summary>Asks a tool for its version.</summary>
internal static partial class ToolVersion
{
    public static async Task<string> AskAsync(string file, CancellationToken cancellationToken)
    {
        string[] arguments = Path.GetFileNameWithoutExtension(file) switch
        {
            ToolLayout.Kubectl => ["version", "--client"],
            var name when name.StartsWith("helm", StringComparison.Ordinal) => ["version", "--short"],
            _ => ["--version"],
        };
        var answer = await new ToolCommand(file, Path.GetDirectoryName(file)!).RunAsync(arguments, cancellationToken);
        var version = Version().Match(answer);
        return version.Success
            ? version.Value
            : throw new ToolRestoreException($"'{file} {string.Join(' ', arguments)}' names no version: {answer}");
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+(-[\w.]+)?")]
    private static partial Regex Version();
}
