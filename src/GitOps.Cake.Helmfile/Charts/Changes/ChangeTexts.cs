using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>Reads the patches and transformers of a release: files, templates and inline maps. Templates also see the values of the release.</summary>
/// <param name="state">The state file.</param>
/// <param name="release">The release.</param>
/// <param name="values">The release's plain values, lowest first.</param>
/// <param name="missing">How files are found.</param>
internal sealed class ChangeTexts(HelmfileState state, Section release, IEnumerable<ValuesSource> values, MissingFiles missing)
{
    private readonly Lazy<GoMap> _merged = new(() => values.Aggregate(
        StateMaps.Layer(state.Values, new()),
        (all, source) => StateMaps.Layer(all, StateYaml.ReadMap(source.Read(), source.Position.File))));

    /// <summary>The texts of a list; what is missing and may be is left out.</summary>
    /// <exception cref="StateFileException">An entry cannot be used.</exception>
    public async Task<IReadOnlyList<(string Text, SourcePosition Position)>> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var texts = new List<(string, SourcePosition)>();
        foreach (var entry in release.Entries(key))
        {
            switch (entry.Value)
            {
                case GoMap map:
                    texts.Add((YamlWriter.Write(map), entry.Position));
                    break;
                case string path when await OneFileAsync(key, path, entry.Position, cancellationToken).ConfigureAwait(false) is { } file:
                    texts.Add((await FileAsync(file, entry.Position, cancellationToken).ConfigureAwait(false), entry.Position));
                    break;
                case string:
                    break;
                default:
                    throw new StateFileException(entry.Position, $"an entry of {key} has to be a path or a map.");
            }
        }

        return texts;
    }

    private async Task<string?> OneFileAsync(string key, string path, SourcePosition position, CancellationToken cancellationToken) => await missing.ResolveAsync(path, position, cancellationToken).ConfigureAwait(false) switch
    {
        [] => null,
        [var file] => file,
        { Length: var count } => throw new StateFileException(position, $"\"{path}\" matches {count} files, but has to name one: {key} are listed one by one."),
    };

    private async Task<string> FileAsync(string file, SourcePosition position, CancellationToken cancellationToken)
    {
        var shown = state.Context.Files.Shown(file);
        var text = await state.Context.Files.ReadAsync(file, position, cancellationToken).ConfigureAwait(false);
        if (file.EndsWith(".gotmpl", StringComparison.Ordinal))
        {
            var source = new TemplateSource(text, new(shown, 1), Path.GetDirectoryName(file)!, state.Folder);
            text = state.Context.Templates.Render(source, StateTemplateData.OfRelease(state, release, _merged.Value), cancellationToken);
        }

        return ReferencePattern.MayMatch(text) ? Resolved(text, shown, position, cancellationToken) : text;
    }

    private string Resolved(string text, string shown, SourcePosition position, CancellationToken cancellationToken)
    {
        var map = StateYaml.ReadMap(text, shown);
        try
        {
            state.Context.Templates.ReferencesFrom(state.Folder).Expand(map, cancellationToken);
            return YamlWriter.Write(map);
        }
        catch (ReferenceException exception)
        {
            throw new StateFileException(position, $"{exception.Message}.", exception);
        }
    }
}
