using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>Reads the values of a release: plain files stay what they are, all others become text.</summary>
internal sealed class ReleaseValuesReader(HelmfileState state, ICollection<string> warnings)
{
    private readonly ReferenceResolver references = state.Context.Templates.ReferencesFrom(state.Folder);

    /// <exception cref="StateFileException">An entry cannot be used.</exception>
    public async Task<ImmutableArray<ValuesSource>> ReadAsync(Section release, CancellationToken cancellationToken)
    {
        if (release.Entries("secrets") is [var secret, ..])
            throw new StateFileException(secret.Position, $"encrypted values of releases are not supported yet by the native engine: {Reasons.CliEngine}.");

        var handler = release.Text("missingFileHandler") ?? state.Root.Text("missingFileHandler");
        var missing = new MissingFiles("values", state.Folder, handler, warnings);
        var sources = ImmutableArray.CreateBuilder<ValuesSource>();
        foreach (var entry in release.Entries("values"))
        {
            var source = entry.Value switch
            {
                null => null,
                GoMap map => Inline(map, entry.Position, sources.Count, cancellationToken),
                string path => await FileAsync(release, $"{release.Text("valuesPathPrefix")}{path}", entry.Position, missing, cancellationToken).ConfigureAwait(false),
                _ => throw new StateFileException(entry.Position, "an entry of values has to be a path or a map."),
            };
            if (source is not null)
                sources.Add(source);
        }

        return sources.ToImmutable();
    }

    private ValuesSource.Text Inline(GoMap map, SourcePosition position, int index, CancellationToken cancellationToken) =>
        new($"values-{index}.yaml", Resolved((GoMap)GoValue.DeepCopy(map)!, position, cancellationToken), position);

    private async Task<ValuesSource?> FileAsync(
        Section release, string path, SourcePosition position, MissingFiles missing, CancellationToken cancellationToken)
    {
        var found = missing.Resolve(path, position);
        if (found.IsEmpty)
            return null;
        if (found.Length > 1)
            throw new StateFileException(position, $"\"{path}\" matches {found.Length} files, but has to name one: values of releases are listed one by one.");

        var file = found[0];
        var text = await state.Context.Files.ReadAsync(file, position, cancellationToken).ConfigureAwait(false);
        var isTemplate = file.EndsWith(".gotmpl", StringComparison.Ordinal);
        if (isTemplate)
            text = Rendered(release, file, text, cancellationToken);

        var hasReferences = ReferencePattern.MayMatch(text);
        if (hasReferences)
            text = Resolved(StateYaml.ReadMap(text, state.Context.Files.Shown(file)), position, cancellationToken);

        return isTemplate || hasReferences
            ? new ValuesSource.Text(Path.GetFileName(file).Replace(".gotmpl", "", StringComparison.Ordinal), text, position)
            : new ValuesSource.PlainFile(file, position);
    }

    private string Rendered(Section release, string file, string text, CancellationToken cancellationToken)
    {
        var source = new TemplateSource(text, new(state.Context.Files.Shown(file), 1), Path.GetDirectoryName(file)!, state.Folder);
        return state.Context.Templates.Render(source, StateTemplateData.OfRelease(state, release), cancellationToken);
    }

    private string Resolved(GoMap map, SourcePosition position, CancellationToken cancellationToken)
    {
        try
        {
            references.Expand(map, cancellationToken);
            return YamlWriter.Write(map);
        }
        catch (ReferenceException exception)
        {
            throw new StateFileException(position, $"{exception.Message}.", exception);
        }
    }
}
