using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads the list of releases, as JSON and as a table.</summary>
internal static class ListReader
{
    private static readonly string[] Columns = ["NAME", "NAMESPACE", "ENABLED", "INSTALLED", "LABELS", "CHART", "VERSION"];

    public static ReleaseList Read(HelmfileAnswer answer, KnownProject project)
    {
        var rows = answer.Output.StartsWith('[') ? Json(answer) : Table(answer);
        return project.Releases.FirstOrDefault(known => !rows.Any(row => row.Name == known.Id.Name && row.Namespace == known.Id.Namespace)) is { } missing
            ? throw answer.Unreadable($"it lacks the release {missing.Id}.")
            : new() { Releases = [.. rows.OrderBy(row => row.Namespace, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)] };
    }

    private static ImmutableArray<ListedRelease> Json(HelmfileAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Output);
            return [.. json.RootElement.EnumerateArray().Select(Row)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw answer.Unreadable("it is no whole list of releases in JSON.", exception);
        }
    }

    private static ListedRelease Row(JsonElement row) => new()
    {
        Name = row.GetProperty("name").GetString() ?? "",
        Namespace = row.GetProperty("namespace").GetString() ?? "",
        Enabled = row.GetProperty("enabled").GetBoolean(),
        Installed = row.GetProperty("installed").GetBoolean(),
        Labels = Labels(row.GetProperty("labels").GetString() ?? ""),
        Chart = row.GetProperty("chart").GetString() ?? "",
        Version = row.GetProperty("version").GetString() ?? "",
    };

    /// <summary>Columns are apart by tabs; blanks and tabs at the ends of lines are cut off, and so are empty cells there.</summary>
    private static ImmutableArray<ListedRelease> Table(HelmfileAnswer answer)
    {
        var lines = answer.OutputLines;
        if (lines.IsEmpty || !Cells(lines[0]).SequenceEqual(Columns, StringComparer.Ordinal))
            throw answer.Unreadable("it is no table of releases.");

        return
        [
            .. lines.Skip(1).Select(line => Cells(line) is [{ Length: > 0 } name, var @namespace, "true" or "false", "true" or "false", var labels, { Length: > 0 } chart, ..] cells
                ? new ListedRelease
                {
                    Name = name,
                    Namespace = @namespace,
                    Enabled = cells[2] == "true",
                    Installed = cells[3] == "true",
                    Labels = Labels(labels),
                    Chart = chart,
                    Version = cells.ElementAtOrDefault(6) ?? "",
                }
                : throw answer.Unreadable($"the row \"{line}\" lacks cells.")),
        ];
    }

    private static string[] Cells(string line) => line.Split('\t', StringSplitOptions.TrimEntries);

    private static ImmutableSortedDictionary<string, string> Labels(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(label => label.Split(':', 2))
        .ToImmutableSortedDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
}
