using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Files;

namespace GitOps.Cake.Helmfile.Inputs;

/// <summary>What releases use beside their values: charts with all that these bring, files of single values, scripts of hooks and post-renderers.</summary>
internal sealed class ReleaseInputs(FileInputs inputs)
{
    private readonly ChartInputs _charts = new(inputs);

    public void Add(SelectedHelmfile helmfile)
    {
        var folder = helmfile.Helmfile.Folder;
        foreach (var hook in helmfile.Helmfile.Hooks)
            Add(hook, folder);

        foreach (var release in helmfile.Releases)
            Add(release, folder);
    }

    private void Add(Release release, string folder)
    {
        if (release.ChartFolder is { } chart)
            _charts.Add(chart);
        else if (!release.Chart.Contains("://", StringComparison.Ordinal))
            inputs.Add(Path.GetFullPath(release.Chart, folder));

        foreach (var dependency in release.ChartChanges.Dependencies)
            _charts.AddRepository(dependency.Repository, folder);
        foreach (var file in release.Sets.Where(set => set.Kind == SetKind.File))
            inputs.Add(Path.GetFullPath(file.Value, folder));
        foreach (var hook in release.Hooks)
            Add(hook, folder);

        if (release.Rendering.PostRenderer is { } renderer)
            AddWords([renderer, .. release.Rendering.PostRendererArguments], folder);
    }

    private void Add(Hook hook, string folder) => AddWords([hook.Command, .. hook.Arguments], folder);

    /// <summary>Words of a command line that may name files; a template is known only when it runs.</summary>
    private void AddWords(IEnumerable<string> words, string folder)
    {
        foreach (var word in words.Where(word => word.Length > 0 && !word.Contains("{{", StringComparison.Ordinal) && !word.Contains('\0', StringComparison.Ordinal)))
        {
            var path = Path.GetFullPath(word, folder);
            if (word.Contains('/', StringComparison.Ordinal) || Path.Exists(path))
                inputs.Add(path);
        }
    }
}
