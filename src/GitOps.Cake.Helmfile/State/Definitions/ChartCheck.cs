using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>Finds charts that cannot be there.</summary>
internal static class ChartCheck
{
    public static void Check(Release release, Section root, StateProblems problems)
    {
        var position = release.Definition?.PositionOf("chart") ?? release.Position;
        if (Problem(release, root) is { } problem)
            problems.Add(position, $"release \"{release.Id}\": {problem}");
    }

    private static string? Problem(Release release, Section root) => release switch
    {
        { ChartReference: { Version: "latest", Name: var name } } when name.StartsWith("oci://", StringComparison.Ordinal) =>
            $"the version \"latest\" of {release.Chart} changes under your feet; name a version.",
        { ChartReference: not null } => null,
        { ChartFolder: null } => FromElsewhere(release.Chart, root),
        { ChartFolder: { } archive } when File.Exists(archive) => null,
        { ChartFolder: { } folder } when !Directory.Exists(folder) => $"the chart folder {release.Chart} does not exist ({folder}); check the path, which starts at the folder of the state file.",
        _ => null,
    };

    private static string FromElsewhere(string chart, Section root)
    {
        if (chart.Contains("://", StringComparison.Ordinal))
            return $"the chart address {chart} is not supported by the native engine: declare its repository, use oci://, or {Reasons.CliEngine}.";

        var name = chart[..Math.Max(0, chart.IndexOf('/', StringComparison.Ordinal))];
        var known = root.Sections("repositories").Select(repository => repository.Text("name") ?? "").ToList();
        var advice = Spelling.Nearest(name, known) is { } near ? $"did you mean \"{near}\"?" : "declare it under repositories, or write ./ in front of a folder.";
        return $"the chart {chart} is neither a folder nor in a declared repository \"{name}\"; {advice}";
    }
}
