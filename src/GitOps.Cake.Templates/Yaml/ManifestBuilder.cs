using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Builds values by the rules of Kubernetes: no places, keys as texts, the last of a repeated key wins, a merge acts where it stands.</summary>
internal sealed class ManifestBuilder(YamlReadOptions options, TextPool pool) : YamlBuilder(options)
{
    private static readonly object MergeKey = new();

    private Dictionary<string, Anchored>? _anchors;

    public override object? Scalar(ScalarText text, YamlProperties properties, YamlMark start)
    {
        Count(start);
        var value = properties.Tag is { } tag
            ? YamlTags.Value(YamlTags.Short(tag) is { Length: > 0 } name ? name : "!!str", text.ToString(), YamlDialect.Kubernetes, Options.Position(start.Line + 1, start.Column + 1))
            : !text.IsQuoted && !IsWord(text.Span) && YamlScalars.TryResolve(text.Span, YamlDialect.Kubernetes, out var resolved) ? resolved : text.ToString(pool);
        return Named(value, properties);
    }

    public override object? Key(ScalarText text, YamlProperties properties, YamlMark start)
    {
        Count(start);
        if (properties.Tag is not null)
            return Named(KeyOf(Scalar(text, properties, start), start), properties);
        if (text.IsQuoted || IsWord(text.Span))
            return Named(text.ToString(pool), properties);
        if (text.Span is YamlMerge.Key)
            return MergeKey;
        return Named(YamlScalars.KubernetesKey(text.Span), properties)
            ?? throw YamlKey.Unusable(Options.Position(start.Line + 1, start.Column + 1), text.ToString(), null);
    }

    public override object KeyOf(object? node, YamlMark start) => node switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        long or double => GoPrinter.Print(node),
        null => throw YamlKey.Unusable(Options.Position(start.Line + 1, start.Column + 1), "", null),
        _ => throw NoKey(start),
    };

    public override object? Alias(string name, int depth, YamlMark start)
    {
        if (_anchors is null || !_anchors.TryGetValue(name, out var anchored))
            throw UnknownAnchor(name, start);
        if (anchored.Weight is not { } weight)
            throw ContainsItself(name, start);

        CountAlias(weight, depth, Height(anchored.Value), start);
        return GoValue.DeepCopy(anchored.Value);
    }

    public override object Sequence(YamlProperties properties, YamlMark start) => Open(new List<object?>(), properties, start);

    public override void Item(object sequence, object? item) => ((List<object?>)sequence).Add(item);

    public override object Mapping(YamlProperties properties, YamlMark start) => Open(new GoMap(), properties, start);

    public override void Entry(object mapping, object? key, object? value, YamlMark keyStart)
    {
        if (key is string text)
            ((GoMap)mapping)[text] = value;
        else
            Merge((GoMap)mapping, value, keyStart);
    }

    public override object Close(object collection, YamlProperties properties)
    {
        if (properties.Anchor is { } anchor && _anchors![anchor] is var anchored && ReferenceEquals(anchored.Value, collection))
            _anchors[anchor] = anchored with { Weight = Total - anchored.Began + 1 };

        return collection;
    }

    // Most texts of a manifest begin with a letter and are longer than any number, bool or null that does.
    private static bool IsWord(ReadOnlySpan<char> text) =>
        text.Length > 5 ? char.IsAsciiLetter(text[0]) : text is [(>= 'a' and <= 'z') and not ('n' or 't' or 'f' or 'y' or 'o'), ..];

    private static int Height(object? value) => value switch
    {
        GoMap map => 1 + map.Select(entry => Height(entry.Value)).DefaultIfEmpty().Max(),
        List<object?> list => 1 + list.Select(Height).DefaultIfEmpty().Max(),
        _ => 1,
    };

    private object? Named(object? value, YamlProperties properties)
    {
        if (properties.Anchor is { } anchor)
            (_anchors ??= new(StringComparer.Ordinal))[anchor] = new Anchored(value, Total, 1);
        return value;
    }

    private object Open(object collection, YamlProperties properties, YamlMark start)
    {
        Count(start);
        if (properties.Anchor is { } anchor)
            (_anchors ??= new(StringComparer.Ordinal))[anchor] = new Anchored(collection, Total, null);
        return collection;
    }

    // Of a list of maps the earlier one wins, so it comes last.
    private void Merge(GoMap target, object? source, YamlMark at)
    {
        if (source is not GoMap && !(source is List<object?> list && list.TrueForAll(item => item is GoMap)))
            throw Problem(at, YamlMerge.WrongValue);

        foreach (var map in source is GoMap one ? [one] : ((List<object?>)source).Cast<GoMap>().Reverse())
        {
            foreach (var (key, value) in map)
                target[key] = value;
        }
    }

    /// <param name="Value">What was begun last under the name.</param>
    /// <param name="Began">How many nodes there were when it began.</param>
    /// <param name="Weight">Its nodes with all aliases written out; null while it is being read.</param>
    private readonly record struct Anchored(object? Value, long Began, long? Weight);
}
