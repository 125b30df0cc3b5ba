using System.Buffers;
using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Builds nodes from the parser's events, and holds back texts that would cost too much.</summary>
internal sealed class YamlComposer
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(code => char.IsControl(code) && code is not ('\t' or '\n' or '\r' or '\u0085')), '\uFFFE', '\uFFFF']);

    private readonly YamlReadOptions options;
    private readonly YamlEvents events;
    private readonly Dictionary<string, YamlNode?> anchors = new(StringComparer.Ordinal);
    private YamlAliasBudget budget = new();
    private int depth;

    public YamlComposer(string text, YamlReadOptions options)
    {
        this.options = options;
        CheckText(text);
        events = new YamlEvents(text.StartsWith('\uFEFF') ? text[1..] : text, options);
    }

    public IEnumerable<YamlNode> Documents()
    {
        while (events.Next() is not StreamEnd)
        {
            if (events.Current is not DocumentStart)
                continue;

            budget = new YamlAliasBudget();
            events.Next();
            yield return Compose();
            events.Next();
        }
    }

    private void CheckText(string text)
    {
        if (text.Length > options.MaxLength)
            throw new YamlReadException(options.Position(1, 1), $"the text has {text.Length} characters, more than the {options.MaxLength} that are read");

        var control = text.AsSpan().IndexOfAny(Controls);
        if (control < 0)
            return;

        var before = text.AsSpan(0, control);
        throw new YamlReadException(
            options.Position(before.Count('\n') + 1, control - before.LastIndexOf('\n')),
            $"the control character U+{(int)text[control]:X4} is not allowed in YAML; is this a text file in UTF-8?");
    }

    private YamlNode Compose()
    {
        switch (events.Current)
        {
            case AnchorAlias alias:
                return Alias(alias);
            case Scalar scalar:
                Count();
                return Anchored(scalar.Anchor, Scalar(scalar));
            case SequenceStart start:
                Enter(start);
                var items = Items();
                depth--;
                return Anchored(start.Anchor, new YamlSequence(events.Position(start), items));
            case MappingStart start:
                Enter(start);
                var entries = Entries();
                depth--;
                return Anchored(start.Anchor, new YamlMapping(events.Position(start), entries, options.Dialect));
            default:
                throw new YamlReadException(events.Position(events.Current), "this is no YAML");
        }
    }

    private void Enter(NodeEvent start)
    {
        Count();
        if (++depth > options.MaxDepth)
            throw TooDeep(start);

        // Known, but not complete: an alias to it from within would never end.
        if (!start.Anchor.IsEmpty)
            anchors[start.Anchor.Value] = null;
    }

    private void Count()
    {
        if (budget.Nodes(1) > options.MaxNodes)
            throw new YamlReadException(events.Position(events.Current), $"the document has more than {options.MaxNodes} values");
    }

    private YamlReadException TooDeep(ParsingEvent at) =>
        new(events.Position(at), $"the document is nested more than {options.MaxDepth} levels deep");

    private YamlNode Anchored(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
            anchors[anchor.Value] = node;
        return node;
    }

    private YamlNode Alias(AnchorAlias alias)
    {
        Count();
        var name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out var node))
            throw new YamlReadException(events.Position(alias), $"unknown anchor '{name}' referenced: &{name} has to stand before *{name}, in the same part of the file");
        if (node is null)
            throw new YamlReadException(events.Position(alias), $"anchor '{name}' value contains itself");
        if (depth + node.Height > options.MaxDepth)
            throw TooDeep(alias);
        if (!budget.Alias(node.Weight))
            throw new YamlReadException(events.Position(alias), "the document contains excessive aliasing: written out it would be far larger than it is");
        return node;
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        var position = events.Position(scalar);
        var tag = scalar.Tag.IsEmpty ? "" : YamlTags.Short(scalar.Tag.Value);
        var quoted = scalar.Style != ScalarStyle.Plain;
        var text = scalar.Value;
        if (tag.Length > 0)
            return new YamlScalar(position, text, tag, quoted, YamlTags.Value(tag, text, options.Dialect, position));
        if (quoted)
            return new YamlScalar(position, text, "!!str", isQuoted: true, text);
        if (text == "<<")
            return new YamlScalar(position, text, YamlMerge.Tag, isQuoted: false, text);

        var value = YamlScalars.TryResolve(text, options.Dialect, out var resolved) ? resolved : text;
        return new YamlScalar(position, text, YamlTags.Implied(value), isQuoted: false, value);
    }

    private ImmutableArray<YamlNode> Items()
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (events.Next() is not SequenceEnd)
            items.Add(Compose());
        return items.DrainToImmutable();
    }

    private ImmutableArray<YamlEntry> Entries()
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (events.Next() is not MappingEnd)
        {
            var at = events.Current;
            if (Compose() is not YamlScalar key)
                throw new YamlReadException(events.Position(at), "a map or list cannot be the key of a map; is a template's {{ }} left unrendered, or a text without quotes?");

            events.Next();
            var entry = new YamlEntry(key, Compose());
            if (key.Tag == YamlMerge.Tag)
                YamlMerge.Check(entry);
            if (places.TryAdd(key.Text, entries.Count) || (key.Tag == YamlMerge.Tag && options.Dialect == YamlDialect.Kubernetes))
                entries.Add(entry);
            else if (options.Dialect == YamlDialect.Kubernetes)
                entries[places[key.Text]] = entry;
            else
                throw Duplicate(at, key, entries[places[key.Text]].KeyNode);
        }

        return entries.DrainToImmutable();
    }

    private YamlReadException Duplicate(ParsingEvent at, YamlScalar key, YamlScalar first) =>
        new(events.Position(at), $"mapping key \"{key.Text}\" already defined at line {first.Position.Line}: a map has each key once, remove one of the two");
}
