using System.Collections.Immutable;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Merge keys: <c>&lt;&lt;: *base</c> and <c>&lt;&lt;: [*one, *other]</c>.</summary>
internal static class YamlMerge
{
    public const string Tag = "!!merge";

    public static ImmutableArray<YamlEntry> Resolve(ImmutableArray<YamlEntry> written, YamlDialect dialect)
    {
        if (!written.Any(entry => entry.KeyNode.Tag == Tag))
            return written;

        return dialect == YamlDialect.Kubernetes ? InOrder(written) : OwnFirst(written);
    }

    public static void Check(YamlEntry entry)
    {
        if (entry.Value is not (YamlMapping or YamlSequence) || (entry.Value is YamlSequence list && !list.Items.All(item => item is YamlMapping)))
            throw new YamlReadException(entry.Value.Position, "a merge key (<<) takes a map or a list of maps");
    }

    // go-yaml v3: own keys win wherever they stand; of a list of maps the earlier one wins.
    private static ImmutableArray<YamlEntry> OwnFirst(ImmutableArray<YamlEntry> written)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<YamlEntry>(written.Length);
        foreach (var entry in written.Where(entry => entry.KeyNode.Tag != Tag))
        {
            known.Add(entry.Key);
            result.Add(entry);
        }

        foreach (var entry in written.Where(entry => entry.KeyNode.Tag == Tag).SelectMany(Maps).SelectMany(map => map.Entries))
        {
            if (known.Add(entry.Key))
                result.Add(entry);
        }

        return result.ToImmutable();
    }

    // go-yaml v2: a merge acts where it stands, so it overrides keys before it and is overridden by those after it.
    private static ImmutableArray<YamlEntry> InOrder(ImmutableArray<YamlEntry> written)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<YamlEntry>(written.Length);
        foreach (var entry in written.SelectMany(entry => entry.KeyNode.Tag == Tag ? Maps(entry).Reverse().SelectMany(map => map.Entries) : [entry]))
        {
            if (places.TryAdd(entry.Key, result.Count))
                result.Add(entry);
            else
                result[places[entry.Key]] = entry;
        }

        return result.ToImmutable();
    }

    private static IEnumerable<YamlMapping> Maps(YamlEntry merge) =>
        merge.Value is YamlMapping map ? [map] : ((YamlSequence)merge.Value).Items.Cast<YamlMapping>();
}
