using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>Pairs items of lists of maps by the key that tells them apart, as the server does: a container by its name, a port by its number.</summary>
internal static class MergeKeys
{
    private static readonly string[][] Known = [["name"], ["mountPath"], ["containerPort", "protocol"], ["containerPort"], ["port", "protocol"], ["port"], ["key"], ["type"], ["ip"], ["host"], ["topologyKey"]];

    /// <summary>Gives the key of an item; null where the lists have none, so that positions count.</summary>
    public static Func<object?, string?>? Of(params ReadOnlySpan<List<object?>?> lists)
    {
        foreach (var fields in Known)
        {
            if (Fits(fields, lists))
                return item => Key(item, fields);
        }

        return null;
    }

    private static bool Fits(string[] fields, ReadOnlySpan<List<object?>?> lists)
    {
        var any = false;
        foreach (var list in lists)
        {
            if (list is not { Count: > 0 })
                continue;

            any = true;
            var keys = list.Select(item => Key(item, fields)).ToList();
            if (keys.Contains(null) || keys.Distinct(StringComparer.Ordinal).Count() != keys.Count)
                return false;
        }

        return any;
    }

    private static string? Key(object? item, string[] fields)
    {
        if (item is not GoMap map)
            return null;

        var values = fields.Select(field => map.TryGetValue(field, out var value) && value is not null ? GoPrinter.Print(value)
            : field == "protocol" ? "TCP" : null).ToList();
        return values.Contains(null) ? null : string.Join('/', values);
    }
}
