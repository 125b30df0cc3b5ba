using System.Text.Json.Nodes;
using GitOps.Cake.Results;

namespace GitOps.Cake.Reporting;

/// <summary>Results that are above all names, paths and versions: a line each.</summary>
internal static class FileTexts
{
    public static string Lines(WrittenValues values) => Joined(values.Files.Select(file => $"{file.Release}: {file.Path}"));

    public static string Lines(FetchedCharts charts) => Joined(charts.Charts.Select(chart => $"{chart.Release}: {chart.Path}")) + (charts.State is { } state ? $"\n{state}" : "");

    public static string Lines(RepositoryList list) => Joined(list.Repositories.Select(repository => $"{repository.Name} {repository.Url}"));

    public static string Lines(ResolvedDependencies resolved) => Joined([.. resolved.Charts, .. resolved.LockFiles]);

    public static string Lines(VersionReport version) => version.HelmVersion is { } helm ? $"{version.Version}\nhelm {helm}" : version.Version;

    public static string Lines(CacheReport cache) => string.Join('\n', [$"{(cache.Cleaned ? "Cleaning up cache directory" : "Cache directory")}: {cache.Folder}", .. cache.Entries.Select(entry => $"- {entry}")]);

    public static string Lines(InitReport report) => Joined(report.Lines);

    public static string Lines(CreatedProject project) => Joined(project.Lines);

    public static JsonArray Rows(WrittenValues values) => ResultJson.Array(values.Files, file => With(file.Release, "path", file.Path));

    public static JsonArray Rows(RepositoryList list) =>
        ResultJson.Array(list.Repositories, repository => new JsonObject { ["name"] = repository.Name, ["url"] = repository.Url });

    public static JsonObject Rows(ResolvedDependencies resolved) => new() { ["charts"] = Texts(resolved.Charts), ["lockFiles"] = Texts(resolved.LockFiles) };

    public static JsonObject Rows(VersionReport version) => new() { ["version"] = version.Version, ["helm"] = version.HelmVersion };

    public static JsonObject Rows(CacheReport cache) => new() { ["folder"] = cache.Folder, ["cleaned"] = cache.Cleaned, ["entries"] = Texts(cache.Entries) };

    /// <summary>The state file that names downloaded charts, as helmfile prints it; where none was asked for, the charts.</summary>
    public static ResultDocument Document(FetchedCharts charts) => charts.State is { } state
        ? ResultDocument.Yaml(state)
        : ResultDocument.Json(ResultJson.Array(charts.Charts, chart => With(chart.Release, "path", chart.Path)));

    private static JsonObject With(Helmfile.ReleaseId release, string name, string value)
    {
        var row = ResultJson.Of(release);
        row[name] = value;
        return row;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => ResultJson.Array(texts, text => JsonValue.Create(text));

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : "There was nothing to do.";
}
