using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>A manifest without what says nothing: the server keeps no null and no empty map or list that it has no use for.</summary>
internal static class WantedFields
{
    public static GoMap Of(GoMap wanted, GoMap live)
    {
        var said = new GoMap(wanted.Count);
        foreach (var (key, value) in wanted)
        {
            if (live.TryGetValue(key, out var other))
                said[key] = Value(value, other);
            else if (value is not (null or GoMap { Count: 0 } or List<object?> { Count: 0 }))
                said[key] = value;
        }

        return said;
    }

    private static object? Value(object? wanted, object? live) => (wanted, live) switch
    {
        (GoMap map, GoMap other) => Of(map, other),
        (List<object?> list, List<object?> others) when MergeKeys.Of(list, others) is { } keyOf => Items(list, others.ToDictionary(item => keyOf(item)!, StringComparer.Ordinal), keyOf),
        (List<object?> list, List<object?> others) => list.Select((item, index) => index < others.Count ? Value(item, others[index]) : item).ToList(),
        _ => wanted,
    };

    private static List<object?> Items(List<object?> wanted, Dictionary<string, object?> live, Func<object?, string?> keyOf) =>
        [.. wanted.Select(item => live.TryGetValue(keyOf(item)!, out var other) ? Value(item, other) : item)];
}
