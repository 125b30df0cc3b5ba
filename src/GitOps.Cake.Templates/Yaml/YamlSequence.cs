using System.Collections.Immutable;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(YamlPosition position, ImmutableArray<YamlNode> items)
        : base(position)
    {
        Items = items;
        foreach (var item in items)
        {
            Weight += item.Weight;
            Height = Math.Max(Height, item.Height + 1);
        }
    }

    /// <summary>The items in their order.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <inheritdoc />
    public override string Tag => "!!seq";

    internal override object? ToValue(Func<YamlScalar, string> keyOf)
    {
        var list = new List<object?>(Items.Length);
        foreach (var item in Items)
            list.Add(item.ToValue(keyOf));
        return list;
    }
}
