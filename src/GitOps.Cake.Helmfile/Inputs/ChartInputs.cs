using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Inputs;

/// <summary>The folders of local charts and kustomizations, with those that they name, wherever these lie.</summary>
internal sealed class ChartInputs(FileInputs inputs)
{
    private const string Local = "file://";

    private static readonly string[] Descriptions = ["Chart.yaml", "requirements.yaml"];
    private static readonly string[] Kustomizations = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public void Add(string chart)
    {
        chart = Path.TrimEndingDirectorySeparator(chart);
        inputs.Add(chart);
        if (!_seen.Add(chart) || !Directory.Exists(chart))
            return;

        foreach (var dependency in Descriptions.SelectMany(name => Texts(Path.Combine(chart, name))))
            AddRepository(dependency, chart);

        // A kustomization names files and folders in many of its keys: every text that is a path beyond its own folder counts.
        foreach (var text in Kustomizations.SelectMany(name => Texts(Path.Combine(chart, name))))
        {
            var named = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (named.Contains("://", StringComparison.Ordinal) || named.Length == 0 || named.Contains('\n', StringComparison.Ordinal))
                continue;
            if (Path.GetFullPath(named, chart) is var path && (named.StartsWith("../", StringComparison.Ordinal) || Directory.Exists(path)))
                Add(path);
        }
    }

    /// <summary>A chart that another one names by its repository; those from elsewhere are no files.</summary>
    public void AddRepository(string repository, string folder)
    {
        if (repository.StartsWith(Local, StringComparison.Ordinal) && repository.Length > Local.Length)
            Add(Path.GetFullPath(repository[Local.Length..], folder));
    }

    private static List<string> Texts(string file)
    {
        if (!File.Exists(file))
            return [];

        try
        {
            return [.. YamlReader.ReadAll(File.ReadAllText(file), new() { File = file }).SelectMany(document => Texts(document.ToValue()))];
        }
        catch (YamlReadException)
        {
            // Whoever uses the chart says so; what it names is not known, and its own folder counts in any case.
            return [];
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        GoMap map => map.Values.SelectMany(Texts),
        List<object?> list => list.SelectMany(Texts),
        _ => [],
    };
}
