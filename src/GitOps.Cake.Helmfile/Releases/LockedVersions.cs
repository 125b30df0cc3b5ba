using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>The chart versions that <c>helmfile deps</c> wrote into the lock file beside a state file.</summary>
internal sealed class LockedVersions
{
    private readonly string _file;
    private readonly ILookup<string, string> _versions;

    private LockedVersions(string file, ILookup<string, string> versions) => (this._file, this._versions) = (file, versions);

    /// <summary>Reads the lock file of a state file; null where it has none.</summary>
    /// <exception cref="StateFileException">The lock file cannot be read.</exception>
    public static async Task<LockedVersions?> ReadAsync(HelmfileState state, CancellationToken cancellationToken)
    {
        var path = state.Context.Files.Inputs.Add(FileOf(state));
        if (!File.Exists(path))
            return null;

        var files = state.Context.Files;
        var text = await files.ReadAsync(path, null, cancellationToken).ConfigureAwait(false);
        var locked = StateYaml.ReadMap(text, files.Shown(path)).GetValueOrDefault("dependencies") as List<object?> ?? [];
        return new(files.Shown(path), locked.OfType<GoMap>().ToLookup(entry => TextOf(entry, "name"), entry => TextOf(entry, "version"), StringComparer.Ordinal));
    }

    /// <summary>Releases of a state file with the versions of its lock file, where it has one.</summary>
    /// <exception cref="StateFileException">The lock file cannot be read, or has no version for some.</exception>
    public static async Task<ImmutableArray<Release>> ApplyAsync(HelmfileState? state, ImmutableArray<Release> releases, CancellationToken cancellationToken)
    {
        if (state is null || await ReadAsync(state, cancellationToken).ConfigureAwait(false) is not { } locked)
            return releases;

        var problems = new StateProblems();
        ImmutableArray<Release> applied = [.. releases.Select(release => locked.Apply(release, problems))];
        problems.ThrowIfAny();
        return applied;
    }

    /// <summary>The lock file of a state file, absolute, whether it is there or not.</summary>
    public static string FileOf(HelmfileState state) => Path.GetFullPath(state.Root.NonEmpty("lockFilePath") ?? $"{BaseName(state.Path)}.lock", state.Folder);

    /// <summary>The release with the locked version of its chart. Charts that are in no declared repository are not locked.</summary>
    public Release Apply(Release release, StateProblems problems)
    {
        // A digest pins a chart more than any lock file does.
        if (release.ChartReference is not { Repository: { } repository, IsPinned: false } reference)
            return release;

        try
        {
            if (Find(reference.Name, repository, release.Version) is { } locked)
                return release with { Version = locked, ChartReference = reference with { Version = locked } };

            problems.Add(release.Position, $"no resolved dependency found for \"{reference.Name}\" {release.Version} in {_file}; run \"helmfile deps\", or delete the lock file.");
        }
        catch (TemplateException exception)
        {
            problems.Add(release.Position, $"release \"{release.Id}\": the version \"{release.Version}\" is no range that can be compared with those in {_file}: {exception.Detail}.");
        }

        return release;
    }

    /// <summary>The charts of releases with their locked versions, those alone that have one.</summary>
    /// <exception cref="TemplateException">A version is no range.</exception>
    public IEnumerable<(ChartReference Chart, string Version)> Keep(IEnumerable<Release> releases) =>
        from release in releases
        where release.ChartReference is { Repository: not null, IsPinned: false }
        let locked = Find(release.ChartReference!.Name, release.ChartReference.Repository!, release.Version)
        where locked is not null
        select (release.ChartReference, locked);

    // Of a registry's charts the last segment is the name; older lock files have the whole path.
    private string? Find(string chart, ChartRepository repository, string? range)
    {
        ImmutableArray<string> names = repository.Oci ? [chart[(chart.LastIndexOf('/') + 1)..], chart] : [chart];
        return names.SelectMany(name => _versions[name]).FirstOrDefault(version => VersionRange.IsMet(range, version));
    }

    private static string TextOf(GoMap entry, string key) => entry.GetValueOrDefault(key) is { } value ? GoPrinter.Print(value) : "";

    private static readonly string[] Endings = [".gotmpl", ".yaml", ".yml"];

    private static string BaseName(string path) => Endings.Aggregate(
        Path.GetFileName(path), (name, ending) => name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name);
}
