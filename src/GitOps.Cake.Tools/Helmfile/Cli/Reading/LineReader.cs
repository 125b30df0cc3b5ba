using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads commands whose answer is some lines of the log.</summary>
internal static partial class LineReader
{
    public static RepositoryList Repositories(HelmfileAnswer answer) => new()
    {
        Repositories = [.. Lines(answer, RepositoryLine()).Select(match => new ListedRepository { Name = match.Groups["name"].Value, Url = match.Groups["url"].Value })],
    };

    /// <param name="answer">What helmfile answered.</param>
    /// <param name="folder">The folder that charts are named from.</param>
    public static ResolvedDependencies Dependencies(HelmfileAnswer answer, string folder) => new()
    {
        Charts = [.. Lines(answer, DependencyLine()).Select(match => Path.GetFullPath(match.Groups["chart"].Value, folder)).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>Files are written one after another; a file is its release's whose name is in it, else whose turn it is.</summary>
    public static WrittenValues Values(HelmfileAnswer answer, HelmfileLog log, KnownProject project, string folder)
    {
        ImmutableArray<string> files = [.. log.Verbs.Where(line => line.Verb == "Writing values file").Select(line => line.Name)];
        ImmutableArray<ReleaseId> wanted = [.. project.Releases.Where(known => known.Installed).Select(known => known.Id)];
        if (!wanted.IsEmpty && files.Length != wanted.Length && !answer.IsQuiet)
            throw answer.Unreadable($"it wrote {files.Length} files for {wanted.Length} releases.");

        return new()
        {
            Files =
            [
                .. files.Select((file, index) => new WrittenFile
                {
                    Release = Owner(file, wanted) ?? wanted.ElementAtOrDefault(index) ?? new(Path.GetFileNameWithoutExtension(file)),
                    Path = Path.GetFullPath(file, folder),
                }),
            ],
        };
    }

    public static CacheReport Cache(HelmfileAnswer answer)
    {
        if (CacheLine().Match(answer.OutputLines.FirstOrDefault() ?? "") is not { Success: true } match)
            throw answer.Unreadable("it names no cache.");

        return new()
        {
            Folder = match.Groups["folder"].Value,
            Cleaned = match.Groups["cleaned"].Success,
            Entries = [.. answer.OutputLines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..])],
        };
    }

    private static ReleaseId? Owner(string file, ImmutableArray<ReleaseId> wanted) =>
        wanted.Where(release => Path.GetFileNameWithoutExtension(file) == release.Name).ToArray() is [var only] ? only : null;

    private static IEnumerable<Match> Lines(HelmfileAnswer answer, Regex pattern) =>
        answer.LogLines.Select(line => pattern.Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^Adding repo (?<name>\S+) (?<url>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryLine();

    [GeneratedRegex("^Updating dependency (?<chart>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex DependencyLine();

    [GeneratedRegex("^(?:Cache directory|(?<cleaned>Cleaning up cache directory)): (?<folder>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex CacheLine();
}
