using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Finds objects that go and come back under another name. Both changes stay what they are; each says where the other is.</summary>
internal static class Renames
{
    private const int MostCandidates = 64;

    public static ImmutableArray<ResourceChange> Tell(
        ImmutableArray<ResourceChange> changes, IReadOnlyCollection<Resource> before, IReadOnlyCollection<Resource> after)
    {
        var gone = Candidates(changes, ResourceChangeKind.Removed, before);
        var come = Candidates(changes, ResourceChangeKind.Added, after);
        if (gone.Count == 0 || come.Count == 0)
            return changes;

        var pairs = (
            from old in gone
            from current in come
            where old.Id.Kind == current.Id.Kind && old.Id.Group == current.Id.Group
            let likeness = old.LikenessTo(current)
            where likeness >= ResourceFacts.Alike
            orderby likeness descending
            select (old, current)).ToList();
        var (to, from) = (new Dictionary<ResourceId, ResourceId>(), new Dictionary<ResourceId, ResourceId>());
        foreach (var (old, current) in pairs)
        {
            if (!to.ContainsKey(old.Id) && !from.ContainsKey(current.Id))
                (to[old.Id], from[current.Id]) = (current.Id, old.Id);
        }

        return [.. changes.Select(change => change.Change switch
        {
            ResourceChangeKind.Removed when to.TryGetValue(change.Resource, out var name) => change with { RenamedTo = name },
            ResourceChangeKind.Added when from.TryGetValue(change.Resource, out var name) => change with { RenamedFrom = name },
            _ => change,
        })];
    }

    private static List<ResourceFacts> Candidates(ImmutableArray<ResourceChange> changes, ResourceChangeKind kind, IReadOnlyCollection<Resource> all)
    {
        var ids = changes.Where(change => change.Change == kind).Select(change => change.Resource).ToHashSet();
        return ids.Count is 0 or > MostCandidates ? [] : [.. all.Where(resource => ids.Contains(resource.Id)).Select(resource => new ResourceFacts(resource))];
    }
}
