using System.Collections.Immutable;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Merge keys: <c>&lt;&lt;: *base</c> and <c>&lt;&lt;: [*one, *other]</c>.</summary>
internal static class YamlMerge
{
    public const string Key = "<<";

    public const string Tag = "!!merge";

    public const string WrongValue = "map merge requires map or sequence of maps as the value: << takes an alias of a map, or a list of such";

    public static void Check(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping && !(entry.Value is YamlSequence list && list.Items.All(item => item is YamlMapping)))
            throw new YamlReadException(entry.KeyNode.Position, WrongValue);
    }

    /// <summary>The entries as go-yaml v3 sees them: a map's own keys win wherever they stand; of several maps merged the earlier one wins.</summary>
    public static ImmutableArray<YamlEntry> Resolve(ImmutableArray<YamlEntry> written)
    {
        if (!written.Any(IsMerge))
            return written;

        var known = new HashSet<string>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<YamlEntry>(written.Length);
        foreach (var entry in written.Where(entry => !IsMerge(entry)).Concat(written.Where(IsMerge).SelectMany(Maps).SelectMany(map => map.Entries)))
        {
            if (known.Add(entry.Key))
                result.Add(entry);
        }

        return result.ToImmutable();
    }

    private static bool IsMerge(YamlEntry entry) => entry.KeyNode.Tag == Tag;

    private static IEnumerable<YamlMapping> Maps(YamlEntry merge) =>
        merge.Value is YamlMapping map ? [map] : ((YamlSequence)merge.Value).Items.Cast<YamlMapping>();
}
