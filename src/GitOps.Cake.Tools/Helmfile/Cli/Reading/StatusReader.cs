using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads what helm says of releases; all of it is in the log. Releases that are not wanted are not asked for.</summary>
internal static class StatusReader
{
    private const string Verb = "Getting status";

    public static ReleaseStatuses Read(HelmfileAnswer answer, HelmfileLog log, KnownProject project)
    {
        ImmutableArray<string> asked = [.. log.Verbs.Where(line => line.Verb == Verb).Select(line => line.Name)];
        ImmutableArray<HelmWord> words = [.. log.Words.Where(word => word is { Status: not null, Namespace: not null, Revision: not null })];
        if (asked.FirstOrDefault(name => words.Count(word => word.Name == name) < asked.Count(other => other == name)) is { } missing)
            throw answer.Unreadable($"it asked for the status of {missing}, which is not there.");

        if (project.Releases.FirstOrDefault(known => known.Installed && !asked.Contains(known.Id.Name, StringComparer.Ordinal)) is { } unasked)
            throw answer.Unreadable($"it says nothing of the release {unasked.Id}.");

        return new() { Releases = [.. words.Select(word => Status(word, answer, project))] };
    }

    private static ReleaseStatus Status(HelmWord word, HelmfileAnswer answer, KnownProject project)
    {
        var listed = new ReleaseId(word.Name, word.Namespace!);
        return new()
        {
            Release = project.Releases.FirstOrDefault(known => known.Id.IsStatedFor(listed))?.Id ?? listed,
            Status = word.Status!,
            Revision = word.Revision,
            Text = Text(word, answer),
        };
    }

    private static string Text(HelmWord word, HelmfileAnswer answer)
    {
        var lines = answer.LogLines;
        var start = lines.IndexOf($"NAME: {word.Name}");
        while (start >= 0 && !lines[start..Math.Min(start + 4, lines.Length)].Contains($"NAMESPACE: {word.Namespace}"))
            start = lines.IndexOf($"NAME: {word.Name}", start + 1);

        var rest = start < 0 ? [] : lines[start..];
        var block = rest.TakeWhile((line, index) => index == 0
            || (!line.StartsWith($"{Verb} ", StringComparison.Ordinal) && !line.StartsWith("NAME: ", StringComparison.Ordinal) && !line.StartsWith("in ", StringComparison.Ordinal)));
        return string.Join('\n', block).TrimEnd('\n');
    }
}
