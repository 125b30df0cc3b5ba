using System.Collections.Immutable;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>A map, in the order in which it is written.</summary>
public sealed class YamlMapping : YamlNode
{
    internal YamlMapping(YamlPosition position, ImmutableArray<YamlEntry> written)
        : base(position)
    {
        Entries = YamlMerge.Resolve(written);
        foreach (var entry in written)
        {
            Weight += 1 + entry.Value.Weight;
            Height = Math.Max(Height, entry.Value.Height + 1);
        }
    }

    /// <summary>The entries: those written here, then those that merge keys (<c>&lt;&lt;</c>) bring in and nothing here overrides.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <inheritdoc />
    public override string Tag => "!!map";

    /// <summary>Finds an entry by the text of its key.</summary>
    /// <param name="key">The text.</param>
    /// <returns>The entry, or null.</returns>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                return entry;
        }

        return null;
    }

    internal override object? ToValue(Func<YamlScalar, string> keyOf)
    {
        var map = new GoMap(Entries.Length);
        foreach (var entry in Entries)
            map[keyOf(entry.KeyNode)] = entry.Value.ToValue(keyOf);
        return map;
    }
}
