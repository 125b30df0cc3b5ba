using System.Collections.Immutable;
using System.Globalization;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads the order of releases: one table per state file, each of which starts again with the first group.</summary>
internal static class DagReader
{
    private const string Heading = "GROUP";

    public static ReleaseDag Read(HelmfileAnswer answer, KnownProject project)
    {
        var groups = ImmutableArray.CreateBuilder<DagGroup>();
        var number = 0;
        foreach (var line in answer.OutputLines.Where(line => line.Length > 0))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [Heading, "RELEASE", ..])
            {
                number = 0;
                continue;
            }

            var (group, release) = Row(line, answer);
            if (group == number && groups.Count > 0)
                groups[^1] = groups[^1] with { Releases = groups[^1].Releases.Add(release) };
            else if (group == number + 1)
                groups.Add(new() { Releases = [release] });
            else
                throw answer.Unreadable($"group {group} follows on group {number}.");

            number = group;
        }

        return Require(groups.DrainToImmutable(), answer, project);
    }

    private static ReleaseDag Require(ImmutableArray<DagGroup> groups, HelmfileAnswer answer, KnownProject project)
    {
        var releases = groups.SelectMany(group => group.Releases).Select(release => release.Release).ToHashSet();
        if (answer.OutputLines.IsEmpty)
            throw answer.Unreadable("it is empty.");

        return project.Releases.FirstOrDefault(known => !releases.Contains(known.Id)) is { } missing
            ? throw answer.Unreadable($"it lacks the release {missing.Id}.")
            : new() { Groups = groups };
    }

    private static (int Group, DagRelease Release) Row(string line, HelmfileAnswer answer)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 2 || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var group))
            throw answer.Unreadable($"\"{line}\" is no row of its table.");

        var needs = cells.Skip(2).SelectMany(cell => cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return (group, new() { Release = Id(cells[1]), Needs = [.. needs.Select(Id)] });
    }

    /// <summary><c>[context/][namespace/]name</c>.</summary>
    private static ReleaseId Id(string text) => text.Split('/') switch
    {
        [var name] => new(name),
        [var @namespace, var name] => new(name, @namespace),
        [.. var context, var @namespace, var name] => new(name, @namespace, string.Join('/', context)),
        _ => new(text),
    };
}
