using System.Collections.Immutable;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Finds objects that go and come back under another name. Both changes stay what they are; each says where the other is.</summary>
internal static class Renames
{
    // More than that of what the larger one says stands in both.
    private const double Alike = 0.75;
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
            let likeness = Likeness(old, current)
            where likeness >= Alike
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

    /// <summary>How much of what the larger of two objects says stands in both, from 0 to 1; names do not count.</summary>
    public static double Likeness(Resource one, Resource other)
    {
        var (left, right) = (Facts(one), Facts(other));
        return left.Count == 0 || right.Count == 0 ? 0 : (double)left.Intersect(right, StringComparer.Ordinal).Count() / Math.Max(left.Count, right.Count);
    }

    private static List<Resource> Candidates(ImmutableArray<ResourceChange> changes, ResourceChangeKind kind, IReadOnlyCollection<Resource> all)
    {
        var ids = changes.Where(change => change.Change == kind).Select(change => change.Resource).ToHashSet();
        return ids.Count is 0 or > MostCandidates ? [] : [.. all.Where(resource => ids.Contains(resource.Id))];
    }

    private static HashSet<string> Facts(Resource resource)
    {
        var facts = new HashSet<string>(StringComparer.Ordinal);
        Collect(resource.Content, "");
        return facts;

        void Collect(object? value, string path)
        {
            switch (value)
            {
                case GoMap map:
                    foreach (var (key, entry) in map)
                        Collect(entry, $"{path}.{key}");
                    break;
                case List<object?> list:
                    foreach (var item in list)
                        Collect(item, $"{path}[]");
                    break;
                default:
                    // What an object is called stands in its labels and references as well.
                    if (path is not (".apiVersion" or ".kind" or ".metadata.name" or ".metadata.namespace"))
                        facts.Add($"{path}={GoPrinter.Print(value).Replace(resource.Id.Name, "{name}", StringComparison.Ordinal)}");
                    break;
            }
        }
    }
}
