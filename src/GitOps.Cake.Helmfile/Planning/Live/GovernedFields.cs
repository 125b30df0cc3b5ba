using GitOps.Cake.Templates.Json;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>
/// What of a live object a release answers for: the fields that its manifests name, and those that were added by hand. What the server
/// filled in is none of its business.
/// </summary>
internal static class GovernedFields
{
    // Annotations and members that tools leave behind without anybody meaning a setting.
    private static readonly HashSet<string> Traces = new(StringComparer.Ordinal)
    {
        "kubectl.kubernetes.io/last-applied-configuration", "kubectl.kubernetes.io/restartedAt", "deployment.kubernetes.io/revision",
        "status", "managedFields", "uid", "resourceVersion", "generation", "creationTimestamp", "selfLink", "ownerReferences", "finalizers",
        "meta.helm.sh/release-name", "meta.helm.sh/release-namespace", "app.kubernetes.io/managed-by",
    };

    /// <summary>The part of a live object that a manifest governs.</summary>
    /// <param name="live">The object.</param>
    /// <param name="wanted">The manifest that is to be.</param>
    /// <param name="deployed">The manifest of the last revision.</param>
    /// <param name="byHand">Fields added by hand, see <see cref="HandEdits.Fields"/>; null where they do not count.</param>
    public static GoMap Of(GoMap live, GoMap wanted, GoMap? deployed, GoMap? byHand) => Map(live, wanted, deployed, byHand);

    private static object? Value(object? live, object? wanted, object? deployed, GoMap? byHand) => live switch
    {
        GoMap map when (wanted ?? deployed) is GoMap => Map(map, wanted as GoMap, deployed as GoMap, byHand),
        List<object?> list when (wanted ?? deployed) is List<object?> => Items(list, wanted as List<object?>, deployed as List<object?>, byHand),
        _ => live,
    };

    private static GoMap Map(GoMap live, GoMap? wanted, GoMap? deployed, GoMap? byHand)
    {
        var governed = new GoMap(live.Count);
        foreach (var (key, value) in live)
        {
            var own = byHand?.GetValueOrDefault($"f:{key}") as GoMap;
            var (has, had) = (wanted?.ContainsKey(key) == true, deployed?.ContainsKey(key) == true);
            if (has || had)
                governed[key] = Value(value, has ? wanted![key] : null, had ? deployed![key] : null, own);
            else if (own is not null && !Traces.Contains(key) && Added(value, own) is { } added)
                governed[key] = added;
        }

        return governed;
    }

    private static List<object?> Items(List<object?> live, List<object?>? wanted, List<object?>? deployed, GoMap? byHand)
    {
        if (MergeKeys.Of(live, wanted, deployed) is not { } keyOf)
        {
            return live.Count == (wanted ?? deployed)!.Count
                ? [.. live.Select((item, index) => Value(item, At(wanted, index), At(deployed, index), byHand: null))]
                : live;
        }

        var items = live.ToDictionary(item => keyOf(item)!, StringComparer.Ordinal);
        var (inWanted, inDeployed) = (Index(wanted, keyOf), Index(deployed, keyOf));
        var governed = new List<object?>(live.Count);

        // In the order of the manifest, so that an order alone is no difference.
        foreach (var key in inWanted.Keys.Concat(live.Select(item => keyOf(item)!)).Distinct(StringComparer.Ordinal).Where(items.ContainsKey))
        {
            var own = byHand?.FirstOrDefault(entry => IsOf(entry.Key, items[key])).Value as GoMap;
            if (inWanted.ContainsKey(key) || inDeployed.ContainsKey(key))
                governed.Add(Value(items[key], inWanted.GetValueOrDefault(key), inDeployed.GetValueOrDefault(key), own));
            else if (own is not null)
                governed.Add(items[key]);
        }

        return governed;
    }

    /// <summary>The part of a value that was added by hand; null where nothing of it is left.</summary>
    private static object? Added(object? value, GoMap own)
    {
        if (value is not GoMap map || own.All(entry => entry.Key == "."))
            return value;

        var added = new GoMap(map.Count);
        foreach (var (key, entry) in map)
        {
            if (own.GetValueOrDefault($"f:{key}") is GoMap inner && !Traces.Contains(key) && Added(entry, inner) is { } part)
                added[key] = part;
        }

        return added.Count > 0 ? added : null;
    }

    /// <summary>Whether <c>k:{"name":"web"}</c> means an item.</summary>
    private static bool IsOf(string key, object? item) =>
        key.StartsWith("k:", StringComparison.Ordinal) && item is GoMap map
        && GoJson.Read(key[2..]) is GoMap fields
        && fields.All(field => map.TryGetValue(field.Key, out var value) && GoPrinter.Print(value) == GoPrinter.Print(field.Value));

    private static Dictionary<string, object?> Index(List<object?>? list, Func<object?, string?> keyOf) =>
        (list ?? []).ToDictionary(item => keyOf(item)!, StringComparer.Ordinal);

    private static object? At(List<object?>? list, int index) => index < list?.Count ? list[index] : null;
}
