using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Helmfile.Values.References;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>Reads the values of a release: plain files stay what they are, all others become text.</summary>
internal sealed class ReleaseValuesReader(HelmfileState state, ICollection<string> warnings)
{
    private readonly ReferenceResolver _references = state.Context.Templates.ReferencesFrom(state.Folder);

    /// <summary>Files that a release wants decrypted, as far as that is known before anything is looked for.</summary>
    public static IEnumerable<string> EncryptedFiles(HelmfileState state, Section release) =>
        release.Entries("secrets")
            .Select(entry => entry.Value)
            .OfType<string>()
            .Select(path => $"{release.Text("valuesPathPrefix")}{path}")
            .Where(path => !SourceAddress.IsRemote(path))
            .Select(path => Path.GetFullPath(path, state.Folder))
            .Where(File.Exists);

    /// <exception cref="StateFileException">An entry cannot be used.</exception>
    public async Task<ImmutableArray<ValuesSource>> ReadAsync(Section release, CancellationToken cancellationToken)
    {
        var handler = release.Text("missingFileHandler") ?? state.Root.Text("missingFileHandler");
        var missing = new MissingFiles("values", state.Folder, handler, warnings, state.Context.Sources) { IgnoresMissingReference = MissingReferences.AreIgnored(release, state.Root) };
        var sources = ImmutableArray.CreateBuilder<ValuesSource>();
        foreach (var (index, entry) in release.Entries("values").Index())
        {
            var source = entry.Value switch
            {
                null => throw new StateFileException(
                    release.PositionOf("values"), $"entry {index + 1} of values is empty; take it out, or write {{}} where a template may have nothing to say."),
                GoMap map => Inline(map, entry.Position, sources.Count, cancellationToken),
                string path => await FileAsync(release, $"{release.Text("valuesPathPrefix")}{path}", entry.Position, missing, cancellationToken).ConfigureAwait(false),
                _ => throw new StateFileException(entry.Position, "an entry of values has to be a path or a map."),
            };
            if (source is not null)
                sources.Add(source);
        }

        foreach (var entry in release.Entries("secrets"))
        {
            if (await SecretAsync(release, entry, cancellationToken).ConfigureAwait(false) is { } source)
                sources.Add(source);
        }

        return sources.ToImmutable();
    }

    // Unlike values, secrets know the release's own missingFileHandler alone, and the file's missingFileHandlerConfig.
    private async Task<ValuesSource?> SecretAsync(Section release, Placed<object?> entry, CancellationToken cancellationToken)
    {
        var decrypt = state.Context.SecretFiles;
        switch (entry.Value)
        {
            case GoMap map:
                return Secret("secrets.yaml", await decrypt.DecryptAsync(map, entry.Position, cancellationToken).ConfigureAwait(false));
            case string name:
                var path = $"{release.Text("valuesPathPrefix")}{name}";
                var missing = new MissingFiles("secrets", state.Folder, release.Text("missingFileHandler"), warnings, state.Context.Sources) { IgnoresMissingReference = MissingReferences.AreIgnored(state.Root) };
                var file = await OneFileAsync(path, entry.Position, missing, cancellationToken).ConfigureAwait(false);
                if (file is null)
                    return null;

                var text = await decrypt.DecryptAsync(file, entry.Position, cancellationToken).ConfigureAwait(false);
                return Secret(Path.GetFileName(file), file.EndsWith(".gotmpl", StringComparison.Ordinal) ? Rendered(release, file, text, cancellationToken) : text);
            default:
                throw new StateFileException(entry.Position, "an entry of secrets has to be a path or a map.");
        }

        ValuesSource.Text Secret(string name, string text) => new(
            name.Replace(".gotmpl", "", StringComparison.Ordinal),
            ReferencePattern.MayMatch(text) ? Resolved(StateYaml.ReadMap(text, name), entry.Position, cancellationToken) : text,
            entry.Position)
        {
            IsSecret = true,
        };
    }

    private static async Task<string?> OneFileAsync(string path, SourcePosition position, MissingFiles missing, CancellationToken cancellationToken) =>
        await missing.ResolveAsync(path, position, cancellationToken).ConfigureAwait(false) switch
        {
            [] => null,
            [var file] => file,
            { Length: var count } => throw new StateFileException(position, $"\"{path}\" matches {count} files, but has to name one: values of releases are listed one by one."),
        };

    private ValuesSource.Text Inline(GoMap map, SourcePosition position, int index, CancellationToken cancellationToken) =>
        new($"values-{index}.yaml", Resolved((GoMap)GoValue.DeepCopy(map)!, position, cancellationToken), position);

    private async Task<ValuesSource?> FileAsync(
        Section release, string path, SourcePosition position, MissingFiles missing, CancellationToken cancellationToken)
    {
        if (await OneFileAsync(path, position, missing, cancellationToken).ConfigureAwait(false) is not { } file)
            return null;

        var text = await state.Context.Files.ReadAsync(file, position, cancellationToken).ConfigureAwait(false);
        var isTemplate = file.EndsWith(".gotmpl", StringComparison.Ordinal);
        if (isTemplate)
            text = Rendered(release, file, text, cancellationToken);

        var hasReferences = ReferencePattern.MayMatch(text);
        if (hasReferences)
            text = Resolved(StateYaml.ReadMap(text, state.Context.Files.Shown(file)), position, cancellationToken);

        return isTemplate || hasReferences
            ? new ValuesSource.Text(Path.GetFileName(file).Replace(".gotmpl", "", StringComparison.Ordinal), text, position) { Template = state.Context.Files.Shown(file) }
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
            _references.Expand(map, cancellationToken);
            return YamlWriter.Write(map);
        }
        catch (ReferenceException exception)
        {
            throw new StateFileException(position, $"{exception.Message}.", exception);
        }
    }
}
