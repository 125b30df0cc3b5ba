using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>Renders the templates among a folder of manifests: files that end in <c>.gotmpl</c>, with the data of the release.</summary>
internal static class ManifestTemplates
{
    private const string Ending = ".gotmpl";

    /// <exception cref="StateFileException">A template cannot be read or fails.</exception>
    public static async Task<ImmutableArray<ChartText>> RenderAsync(string folder, HelmfileState state, Section release, CancellationToken cancellationToken)
    {
        var rendered = ImmutableArray.CreateBuilder<ChartText>();
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Ending}", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = await state.Context.Files.ReadAsync(file, null, cancellationToken).ConfigureAwait(false);
            var source = new TemplateSource(text, new(state.Context.Files.Shown(file), 1), folder, state.Folder);
            var path = Path.GetRelativePath(folder, file)[..^Ending.Length].Replace('\\', '/');
            rendered.Add(new(path, state.Context.Templates.Render(source, StateTemplateData.OfRelease(state, release), cancellationToken)));
        }

        return rendered.ToImmutable();
    }
}
