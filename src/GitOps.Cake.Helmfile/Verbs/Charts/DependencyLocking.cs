using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Results;
using GitOps.Cake.Templates;

namespace GitOps.Cake.Helmfile.Verbs.Charts;

/// <summary><c>deps</c>: resolves the dependencies of local charts anew, and writes the versions of all other charts into the lock file of their state file.</summary>
internal sealed class DependencyLocking(EnginePorts ports, Walk walk)
{
    public async Task<ResolvedDependencies> RunAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken)
    {
        var charts = ImmutableArray.CreateBuilder<string>();
        var locks = ImmutableArray.CreateBuilder<string>();
        var helmfiles = await walk.FilterAsync(settings.Scope, cancellationToken).ConfigureAwait(false);
        if (!settings.SkipRepos && !settings.Scope.SkipRefresh)
            await AddRepositoriesAsync(settings, helmfiles, cancellationToken).ConfigureAwait(false);

        foreach (var helmfile in helmfiles)
        {
            var folders = helmfile.Releases.Select(release => release.ChartFolder).OfType<string>().Distinct()
                .Where(folder => File.Exists(Path.Combine(folder, "Chart.yaml")) && !charts.Contains(folder));
            foreach (var folder in folders)
            {
                ports.Log.Information($"Updating dependency {folder}");
                await ports.Charts.UpdateDependenciesAsync(folder, helmfile.Helmfile.Repositories, cancellationToken).ConfigureAwait(false);
                charts.Add(folder);
            }

            if (await LockAsync(helmfile, cancellationToken).ConfigureAwait(false) is { } file)
                locks.Add(file);
        }

        return new() { Charts = charts.DrainToImmutable(), LockFiles = locks.DrainToImmutable() };
    }

    private async Task AddRepositoriesAsync(HelmfileDepsSettings settings, ImmutableArray<FilteredHelmfile> helmfiles, CancellationToken cancellationToken)
    {
        var repositories = helmfiles.SelectMany(helmfile => helmfile.Helmfile.Repositories).DistinctBy(repository => repository.Name).ToImmutableArray();
        await new RepositoryAdding(ports, walk).AddAsync(repositories, settings.Scope, settings.Args, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> LockAsync(FilteredHelmfile helmfile, CancellationToken cancellationToken)
    {
        var wanted = helmfile.Releases.Select(release => release.ChartReference).OfType<ChartReference>().Where(reference => reference is { Repository: not null, IsPinned: false }).Distinct().ToList();
        if (wanted.Count == 0 || helmfile.Helmfile.State is not { } state)
            return null;

        var pulled = await Task.WhenAll(wanted.Select(reference => ports.Charts.PullAsync(reference, cancellationToken))).ConfigureAwait(false);
        var kept = await KeptAsync(state, helmfile, cancellationToken).ConfigureAwait(false);
        var file = LockedVersions.FileOf(state);
        var text = LockFile.Write([.. wanted.Zip(pulled, (reference, chart) => (reference, chart.Version)), .. kept], ports.Time.GetUtcNow());
        await File.WriteAllTextAsync(file, text, cancellationToken).ConfigureAwait(false);
        ports.Log.Information($"Wrote {state.Context.Files.Shown(file)}");
        return file;
    }

    // The lock file holds for all releases of a file: those that were not chosen keep the versions that they have.
    private static async Task<ImmutableArray<(ChartReference, string)>> KeptAsync(HelmfileState state, FilteredHelmfile helmfile, CancellationToken cancellationToken)
    {
        ImmutableArray<Release> others = [.. helmfile.Helmfile.Releases.Except(helmfile.Releases, ReferenceEqualityComparer.Instance).OfType<Release>()];
        if (others.IsEmpty || await LockedVersions.ReadAsync(state, cancellationToken).ConfigureAwait(false) is not { } locked)
            return [];

        try
        {
            return [.. locked.Keep(others)];
        }
        catch (TemplateException exception)
        {
            throw new GitOpsException($"The versions of the releases that are not chosen cannot be kept in {LockedVersions.FileOf(state)}: one of them is no range ({exception.Detail}). Correct it, or run deps without a selector.", exception);
        }
    }
}
