using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>
/// Reads rendered manifests: those of one release after another, an empty line behind each. Manifests can have empty lines, too, so
/// which release a document is of can be told only where the log names as many releases as there are such pieces.
/// </summary>
internal static partial class TemplateReader
{
    private const string Piece = "\n\n---\n# Source: ";

    /// <summary>The manifests of all releases in one.</summary>
    public static string Manifests(HelmfileAnswer answer) =>
        answer.Output == "\n" || (answer.Output.EndsWith("\n\n", StringComparison.Ordinal) && Document().IsMatch(answer.Output))
            ? answer.Output
            : throw answer.Unreadable("the manifests end too early.");

    /// <summary>The manifests by release; null where the text does not tell whose they are.</summary>
    public static RenderedReleases? Read(HelmfileAnswer answer, HelmfileLog log, KnownProject project)
    {
        var manifests = Manifests(answer);
        ImmutableArray<VerbLine> names = [.. log.Verbs.Where(line => line.Verb == "Templating")];
        if (names.IsEmpty && !project.Releases.Any(known => known.Installed))
            return manifests.Trim().Length == 0 ? new() : null;

        var pieces = Pieces(manifests);
        return pieces.Count != names.Length ? null : new()
        {
            Releases =
            [
                .. names.Zip(pieces, (name, text) => new RenderedRelease
                {
                    Release = project.Find(name.Name) ?? new(name.Name),
                    Chart = name.Chart,
                    Manifests = text,
                }),
            ],
        };
    }

    [GeneratedRegex("^(?:---|kind:|apiVersion:)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        while (text.IndexOf(Piece, start, StringComparison.Ordinal) is var end and >= 0)
        {
            pieces.Add(text[start..(end + 1)]);
            start = end + 2;
        }

        if (text.Length > start)
            pieces.Add(text[start..].TrimEnd('\n') + "\n");

        return pieces;
    }
}
