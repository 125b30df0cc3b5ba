using System.Text.Json.Nodes;
using GitOps.Cake.Results;

namespace GitOps.Cake.Reporting;

/// <summary>A list of releases, as helmfile prints it.</summary>
internal static class ReleaseTexts
{
    private static readonly string[] Heading = ["NAME", "NAMESPACE", "ENABLED", "INSTALLED", "LABELS", "CHART", "VERSION"];

    public static string Table(ReleaseList list) => TextTable.Of("\t", [Heading, .. list.Releases.Select(Cells)]);

    public static JsonArray Rows(ReleaseList list) => ResultJson.Array(list.Releases, release => new JsonObject
    {
        ["name"] = release.Name,
        ["namespace"] = release.Namespace,
        ["enabled"] = release.Enabled,
        ["installed"] = release.Installed,
        ["labels"] = Labels(release),
        ["chart"] = release.Chart,
        ["version"] = release.Version,
    });

    private static string[] Cells(ListedRelease release) =>
        [release.Name, release.Namespace, Word(release.Enabled), Word(release.Installed), Labels(release), release.Chart, release.Version];

    private static string Word(bool flag) => flag ? "true" : "false";

    private static string Labels(ListedRelease release) =>
        string.Join(',', release.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}:{label.Value}"));
}
