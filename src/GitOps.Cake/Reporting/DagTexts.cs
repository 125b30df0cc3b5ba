using System.Globalization;
using System.Text.Json.Nodes;
using GitOps.Cake.Results;

namespace GitOps.Cake.Reporting;

/// <summary>The order of releases, as helmfile prints it: groups are counted anew in every file.</summary>
internal static class DagTexts
{
    private static readonly string[] Heading = ["GROUP", "RELEASE", "DEPENDENCIES"];

    public static string Table(ReleaseDag dag) => string.Join('\n', Files(dag).Select(file => TextTable.Of(" ", [Heading, .. file.SelectMany(Cells)])));

    public static JsonArray Rows(ReleaseDag dag) => ResultJson.Array(
        Files(dag).SelectMany(file => file.Index()),
        numbered => new JsonObject
        {
            ["file"] = numbered.Item.File,
            ["group"] = numbered.Index + 1,
            ["releases"] = ResultJson.Array(numbered.Item.Releases, release => new JsonObject
            {
                ["release"] = release.Release.ToString(),
                ["dependencies"] = ResultJson.Array(release.Needs, need => JsonValue.Create(need.ToString())),
            }),
        });

    private static IEnumerable<IReadOnlyList<DagGroup>> Files(ReleaseDag dag) => dag.Groups.GroupBy(group => group.File).Select(IReadOnlyList<DagGroup> (file) => [.. file]);

    private static IEnumerable<string[]> Cells(DagGroup group, int index) => group.Releases.Select(release => new[]
    {
        (index + 1).ToString(CultureInfo.InvariantCulture),
        release.Release.ToString(),
        string.Join(", ", release.Needs),
    });
}
