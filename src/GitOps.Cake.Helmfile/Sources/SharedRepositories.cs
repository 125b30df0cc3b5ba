using System.Collections.Concurrent;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Definitions;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.Sources;

/// <summary>
/// The repositories that a chart's own state file does not declare. With helmfile all of them end up in helm's own configuration, so that the
/// files of a run, and what the user added by hand, serve each other.
/// </summary>
/// <param name="isKnownToUser">Whether the user's own helm has a repository of a name.</param>
internal sealed class SharedRepositories(Func<string, bool> isKnownToUser)
{
    private readonly ConcurrentDictionary<string, (string File, ChartRepository Repository, Section Section)> _declared = new(StringComparer.Ordinal);

    /// <summary>Hears of the repositories of a file. Of one name the first counts, as it does with helmfile.</summary>
    public void Add(LoadedHelmfile helmfile)
    {
        foreach (var (repository, section) in helmfile.Repositories.Zip(helmfile.State!.Root.Sections("repositories")))
            _declared.TryAdd(repository.Name, (helmfile.File, repository, section));
    }

    /// <summary>The release with the repository that its chart names, where only another file or the user's helm has it.</summary>
    public Release Find(Release release, HelmfileState state, ICollection<string> warnings)
    {
        if (release is not { ChartReference: null, ChartFolder: null, Definition: { } definition } || release.Chart.Contains("://", StringComparison.Ordinal))
            return release;

        var name = release.Chart[..Math.Max(0, release.Chart.IndexOf('/', StringComparison.Ordinal))];
        var charts = new ChartReader(state.Folder, state.Root, []);
        if (_declared.TryGetValue(name, out var declared))
        {
            Warn($"is declared in {declared.File} alone: declare it here as well, or let the entry of helmfiles inherit it (inherits: [repositories])");
            return release with { ChartReference = charts.ReferenceIn(declared.Repository, declared.Section, definition, release.Chart) };
        }

        if (!isKnownToUser(name))
            return release;

        Warn("is declared nowhere, so that of the user's own helm is taken, which other machines may lack: declare it under repositories");
        return release with { ChartReference = charts.ReferenceByName(definition, release.Chart) };

        void Warn(string what) =>
            warnings.Add($"{new StateProblem(definition.PositionOf("chart"), $"release \"{release.Id}\": the repository \"{name}\" {what}")}.");
    }
}
