using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>
/// Finds what stood in the place of today's secrets when a release was deployed: the deployed manifest shows the secrets of then,
/// which no file tells any more.
/// </summary>
internal static class FormerSecrets
{
    /// <param name="release">The release with its values.</param>
    /// <param name="recorded">The values that the last revision was deployed with, as JSON.</param>
    /// <param name="secrets">The secrets of today.</param>
    public static IEnumerable<string> Find(Release release, string recorded, KnownSecrets secrets)
    {
        if (secrets.IsEmpty || new ManifestReader().Read(recorded.AsMemory()) is not GoMap before)
            return [];

        return Find(GivenValues.Merge(release), before, secrets)
            .Concat(release.Sets.Where(set => secrets.AreIn(set.Value)).SelectMany(set => Texts(At(before, set.Name))));
    }

    private static IEnumerable<string> Find(object? now, object? before, KnownSecrets secrets)
    {
        switch (now, before)
        {
            case (GoMap map, GoMap old):
                return map.Where(entry => old.ContainsKey(entry.Key)).SelectMany(entry => Find(entry.Value, old[entry.Key], secrets));
            case (List<object?> list, List<object?> old):
                return list.Zip(old).SelectMany(pair => Find(pair.First, pair.Second, secrets));
            case (null or GoMap or List<object?>, _):
                return [];
            default:
                return secrets.AreIn(GoPrinter.Print(now)) ? Texts(before) : [];
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null or bool => [],
        GoMap map => map.SelectMany(entry => Texts(entry.Value)),
        List<object?> list => list.SelectMany(Texts),
        _ => [GoPrinter.Print(value)],
    };

    private static object? At(object? values, string name) => name.Split('.').Aggregate(
        values, (value, key) => value is GoMap map && map.TryGetValue(key, out var found) ? found : null);
}
