using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>Reads the values of a release: plain files stay what they are, all others become text.</summary>
internal sealed class ReleaseValuesReader(HelmfileState state, ICollection<string> warnings)
{
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
                GoMap map => Inline(map, entry.Position, sources.Count),
                string path => await FileAsync(release, $"{release.Text("valuesPathPrefix")}{path}", entry.Position, missing, cancellationToken).ConfigureAwait(false),
                _ => throw new StateFileException(entry.Position, "an entry of values has to be a path or a map."),
            };
            if (source is not null)
                sources.Add(source);
        }

        return sources.ToImmutable();
    }

    private static ValuesSource.Text Inline(GoMap map, SourcePosition position, int index)
    {
        var text = YamlWriter.Write(map);
        CheckReferences(text, position);
        return new($"values-{index}.yaml", text, position);
    }

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
            text = state.Context.Templates.RenderValues(file, text, new ReleaseTemplateData(state, release), cancellationToken);

        CheckReferences(text, position);
        return isTemplate ? new ValuesSource.Text(Path.GetFileNameWithoutExtension(file), text, position) : new ValuesSource.PlainFile(file, position);
    }

    private static void CheckReferences(string text, SourcePosition position)
    {
        if (text.Contains("ref+", StringComparison.Ordinal))
            throw new StateFileException(position, $"references (ref+...) are not supported yet by the native engine: {Reasons.CliEngine}.");
    }
}
