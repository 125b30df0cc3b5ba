using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Needs;

/// <summary>Which releases of a file come before which.</summary>
internal sealed class NeedsGraph
{
    private readonly ImmutableArray<Release> _releases;
    private readonly Dictionary<ReleaseId, ImmutableArray<ReleaseId>> _needs;
    private readonly Dictionary<ReleaseId, int> _levels = [];

    private NeedsGraph(ImmutableArray<Release> releases)
    {
        this._releases = releases;
        _needs = releases.GroupBy(release => release.Id).ToDictionary(
            group => group.Key, group => group.SelectMany(release => release.Needs).Distinct().ToImmutableArray());
    }

    /// <summary>Builds the graph of all releases of a file, selected or not.</summary>
    /// <exception cref="State.StateFileException">A need names no release, or releases need each other in a circle.</exception>
    public static NeedsGraph Build(ImmutableArray<Release> releases)
    {
        var graph = new NeedsGraph(releases);
        NeedsCheck.Undefined(releases);
        foreach (var release in releases)
            graph.Level(release.Id, []);
        return graph;
    }

    /// <summary>
    /// The selected releases in groups that can be deployed one after another: each group needs only earlier ones.
    /// Within a group they stand as in the file. What is not selected still keeps its dependents apart.
    /// </summary>
    /// <param name="selected">The releases that are to be grouped, out of those of the graph.</param>
    public ImmutableArray<ImmutableArray<Release>> Groups(IEnumerable<Release> selected)
    {
        var chosen = selected.ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. _releases.Where(chosen.Contains)
                .GroupBy(release => _levels[release.Id])
                .OrderBy(group => group.Key)
                .Select(group => group.ToImmutableArray()),
        ];
    }

    /// <summary>The groups in which releases are uninstalled: those that need others before those that are needed.</summary>
    /// <param name="selected">The releases that are to be grouped.</param>
    public ImmutableArray<ImmutableArray<Release>> ReversedGroups(IEnumerable<Release> selected) => [.. Groups(selected).Reverse()];

    /// <summary>The releases that need a release, directly or through others.</summary>
    /// <param name="id">The release.</param>
    public ImmutableHashSet<ReleaseId> DependentsOf(ReleaseId id)
    {
        var found = ImmutableHashSet.CreateBuilder<ReleaseId>();
        var open = new Queue<ReleaseId>([id]);
        while (open.TryDequeue(out var needed))
        {
            foreach (var (dependent, _) in _needs.Where(entry => entry.Value.Contains(needed) && found.Add(entry.Key)))
                open.Enqueue(dependent);
        }

        return found.ToImmutable();
    }

    /// <summary>The releases that a release needs, directly or through others.</summary>
    /// <param name="id">The release.</param>
    public ImmutableHashSet<ReleaseId> NeedsOf(ReleaseId id)
    {
        var found = ImmutableHashSet.CreateBuilder<ReleaseId>();
        var open = new Queue<ReleaseId>([id]);
        while (open.TryDequeue(out var dependent))
        {
            foreach (var need in _needs[dependent].Where(found.Add))
                open.Enqueue(need);
        }

        return found.ToImmutable();
    }

    private int Level(ReleaseId id, ImmutableStack<ReleaseId> path)
    {
        if (_levels.TryGetValue(id, out var known))
            return known;
        if (path.Contains(id))
            throw NeedsCheck.Circle(_releases, path, id);

        var level = _needs[id].Select(need => Level(need, path.Push(id)) + 1).DefaultIfEmpty(0).Max();
        _levels.Add(id, level);
        return level;
    }
}
