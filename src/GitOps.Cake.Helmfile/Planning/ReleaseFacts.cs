using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What the objects of a release say, to find the release that comes back under another name.</summary>
internal sealed class ReleaseFacts
{
    private const int MostObjects = 256;

    private readonly Dictionary<(string Group, string Kind), int> _kinds;
    private readonly Lazy<ILookup<(string Group, string Kind), ResourceFacts>> _objects;

    public ReleaseFacts(PreparedRelease release, Manifest manifest)
    {
        Release = release;
        Count = manifest.Resources.Length;
        _kinds = manifest.Resources.CountBy(KindOf).ToDictionary();
        _objects = new(() =>
        {
            var word = ResourceFacts.Word(release.Release.Id.Name);
            return manifest.Resources.ToLookup(KindOf, resource => new ResourceFacts(resource, word));
        });
    }

    public PreparedRelease Release { get; }

    /// <summary>How many objects it has.</summary>
    public int Count { get; }

    /// <summary>How many objects of one are nearly the same in the other, each of them once; 0 where that are too few for a rename.</summary>
    public int Shared(ReleaseFacts other)
    {
        var needed = ResourceFacts.Alike * Math.Max(Count, other.Count);

        // Most releases differ in the kinds of their objects already, and then nothing is read.
        if (Count is 0 or > MostObjects || other.Count is 0 or > MostObjects
            || _kinds.Sum(kind => Math.Min(kind.Value, other._kinds.GetValueOrDefault(kind.Key))) < needed)
        {
            return 0;
        }

        var shared = _objects.Value.Sum(kind => Pairs([.. kind], [.. other._objects.Value[kind.Key]]));
        return shared >= needed ? shared : 0;
    }

    private static int Pairs(List<ResourceFacts> some, List<ResourceFacts> others)
    {
        var pairs = 0;
        foreach (var one in some)
        {
            var best = others.MaxBy(one.LikenessTo);
            if (best is not null && one.LikenessTo(best) >= ResourceFacts.Alike)
            {
                others.Remove(best);
                pairs++;
            }
        }

        return pairs;
    }

    private static (string Group, string Kind) KindOf(Resource resource) => (resource.Id.Group, resource.Id.Kind);
}
