using System.Collections.Immutable;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Builds nodes that know their places, by go-yaml v3's rules.</summary>
internal sealed class YamlTreeBuilder(YamlReadOptions options) : YamlBuilder(options)
{
    // A name stands for what was begun last under it: a node, or the collection that is still being read.
    private readonly Dictionary<string, object> _anchors = new(StringComparer.Ordinal);

    public override object Scalar(ScalarText text, YamlProperties properties, YamlMark start)
    {
        Count(start);
        var node = Node(text, properties.Tag is { } tag ? YamlTags.Short(tag) : "", Options.Position(start.Line + 1, start.Column + 1));
        if (properties.Anchor is { } anchor)
            _anchors[anchor] = node;
        return node;
    }

    public override object Key(ScalarText text, YamlProperties properties, YamlMark start) => Scalar(text, properties, start);

    public override object KeyOf(object? node, YamlMark start) => node as YamlScalar ?? throw NoKey(start);

    public override object Alias(string name, int depth, YamlMark start)
    {
        if (!_anchors.TryGetValue(name, out var anchored))
            throw UnknownAnchor(name, start);
        if (anchored is not YamlNode node)
            throw ContainsItself(name, start);

        CountAlias(node.Weight, depth, node.Height, start);
        return node;
    }

    public override object Sequence(YamlProperties properties, YamlMark start)
    {
        return Open(new Collection<YamlNode>(start), properties, start);
    }

    public override void Item(object sequence, object? item) => ((Collection<YamlNode>)sequence).Items.Add((YamlNode)item!);

    public override object Mapping(YamlProperties properties, YamlMark start)
    {
        return Open(new Collection<YamlEntry>(start) { Places = new Dictionary<string, int>(StringComparer.Ordinal) }, properties, start);
    }

    public override void Entry(object mapping, object? key, object? value, YamlMark keyStart)
    {
        var (entries, entry) = ((Collection<YamlEntry>)mapping, new YamlEntry((YamlScalar)key!, (YamlNode)value!));
        if (!entries.Places!.TryAdd(entry.Key, entries.Items.Count))
        {
            var first = entries.Items[entries.Places[entry.Key]].KeyNode.Position.Line;
            throw Problem(keyStart, $"mapping key \"{entry.Key}\" already defined at line {first}: a map has each key once, remove one of the two");
        }

        if (entry.KeyNode.Tag == YamlMerge.Tag)
            YamlMerge.Check(entry);
        entries.Items.Add(entry);
    }

    public override object Close(object collection, YamlProperties properties)
    {
        YamlNode node = collection is Collection<YamlEntry> map
            ? new YamlMapping(Position(map.Start), map.Items.DrainToImmutable())
            : new YamlSequence(Position(((Collection<YamlNode>)collection).Start), ((Collection<YamlNode>)collection).Items.DrainToImmutable());
        if (properties.Anchor is { } anchor && ReferenceEquals(_anchors[anchor], collection))
            _anchors[anchor] = node;
        return node;
    }

    private static YamlScalar Node(ScalarText text, string tag, YamlPosition position)
    {
        var content = text.ToString();
        if (tag.Length > 0)
            return new YamlScalar(position, content, tag, text.IsQuoted, YamlTags.Value(tag, content, YamlDialect.GoYaml3, position));
        if (text.IsQuoted)
            return new YamlScalar(position, content, "!!str", isQuoted: true, content);
        if (content == YamlMerge.Key)
            return new YamlScalar(position, content, YamlMerge.Tag, isQuoted: false, content);

        var value = YamlScalars.TryResolve(content, YamlDialect.GoYaml3, out var resolved) ? resolved : content;
        return new YamlScalar(position, content, YamlTags.Implied(value), isQuoted: false, value);
    }

    private object Open(object collection, YamlProperties properties, YamlMark start)
    {
        Count(start);
        if (properties.Anchor is { } anchor)
            _anchors[anchor] = collection;
        return collection;
    }

    private YamlPosition Position(YamlMark mark) => Options.Position(mark.Line + 1, mark.Column + 1);

    private sealed class Collection<TItem>(YamlMark start)
    {
        public YamlMark Start { get; } = start;

        public ImmutableArray<TItem>.Builder Items { get; } = ImmutableArray.CreateBuilder<TItem>();

        public Dictionary<string, int>? Places { get; init; }
    }
}
