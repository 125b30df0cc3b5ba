using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads built state files: a document per file, headed by the file's path, which ends with the rendered values.</summary>
internal static partial class BuildReader
{
    private const string LastKey = "renderedvalues:";

    public static BuiltStates Read(HelmfileAnswer answer)
    {
        var states = ImmutableArray.CreateBuilder<BuiltState>();
        string? file = null;
        var yaml = new List<string>();
        var lines = answer.OutputLines;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index] == "---" && index + 1 < lines.Length && SourceLine().Match(lines[index + 1]) is { Success: true } source)
            {
                Add(states, file, yaml, answer);
                file = source.Groups["file"].Value;
                index++;
            }
            else
            {
                yaml.Add(lines[index]);
            }
        }

        Add(states, file, yaml, answer);
        return states.Count > 0 ? new() { States = states.DrainToImmutable() } : throw answer.Unreadable("it has no state file.");
    }

    private static void Add(ImmutableArray<BuiltState>.Builder states, string? file, List<string> yaml, HelmfileAnswer answer)
    {
        if (file is null)
        {
            if (yaml.Exists(line => line.Length > 0))
                throw answer.Unreadable("it does not begin with a state file.");

            yaml.Clear();
            return;
        }

        if (!yaml.Exists(line => line.StartsWith(LastKey, StringComparison.Ordinal)))
            throw answer.Unreadable($"the state file {file} ends too early.");

        states.Add(new() { File = file, Yaml = string.Join('\n', yaml).Trim('\n') + "\n" });
        yaml.Clear();
    }

    [GeneratedRegex("^#  Source: (?<file>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SourceLine();
}
