using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.Values;

namespace GitOps.Cake.Helmfile.Verbs.Build;

/// <summary>Puts the content of files in place of their paths. Files of secrets are shown as they are on disk: encrypted.</summary>
internal sealed class EmbeddedValues(HelmfileState state)
{
    private readonly List<string> _warnings = [];

    public async Task<Section> PutIntoAsync(Section release, CancellationToken cancellationToken)
    {
        var values = ImmutableArray.CreateBuilder<Placed<object?>>();
        foreach (var entry in release.Entries("values"))
        {
            if (entry.Value is not string)
                values.Add(entry);
            else if (await ReadAsync(release, entry, cancellationToken).ConfigureAwait(false) is { } map)
                values.Add(entry with { Value = map });
        }

        var secrets = ImmutableArray.CreateBuilder<Placed<object?>>();
        foreach (var entry in release.Entries("secrets"))
        {
            if (entry.Value is not string path)
                secrets.Add(entry);
            else if (await EncryptedAsync(release, entry with { Value = path }, cancellationToken).ConfigureAwait(false) is { } map)
                secrets.Add(entry with { Value = map });
        }

        release.Set("values", values.ToImmutable());
        release.Set("secrets", secrets.ToImmutable());
        return release;
    }

    private async Task<object?> ReadAsync(Section release, Placed<object?> entry, CancellationToken cancellationToken)
    {
        if (await FileAsync(release, entry, cancellationToken).ConfigureAwait(false) is null)
            return null;

        var single = release.Copy();
        single.Set("values", ImmutableArray.Create(entry));
        single.Remove("secrets");
        var sources = await new ReleaseValuesReader(state, _warnings).ReadAsync(single, cancellationToken).ConfigureAwait(false);
        return sources is [var source] ? StateYaml.ReadMap(source.Read(), source is ValuesSource.PlainFile file ? state.Context.Files.Shown(file.Path) : (string)entry.Value!) : null;
    }

    private async Task<object?> EncryptedAsync(Section release, Placed<object?> entry, CancellationToken cancellationToken)
    {
        if (await FileAsync(release, entry, cancellationToken).ConfigureAwait(false) is not { } file)
            return null;

        var text = await state.Context.Files.ReadAsync(file, entry.Position, cancellationToken).ConfigureAwait(false);
        return StateYaml.ReadMap(text, state.Context.Files.Shown(file));
    }

    // As with helmfile, only the release's own missingFileHandler counts here, and a path stands for one file.
    private async Task<string?> FileAsync(Section release, Placed<object?> entry, CancellationToken cancellationToken)
    {
        var missing = new MissingFiles("values", state.Folder, release.Text("missingFileHandler"), _warnings, state.Context.Sources);
        var files = await missing.ResolveAsync($"{release.Text("valuesPathPrefix")}{entry.Value}", entry.Position, cancellationToken).ConfigureAwait(false);
        return files.Length > 1
            ? throw new StateFileException(entry.Position, $"{entry.Value} stands for {files.Length} files, and only one can be embedded; name each of them, or build without embedding.")
            : files.FirstOrDefault();
    }
}
