using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.State.Sections;

/// <summary>Reads sections from YAML, strictly: what does not fit is a problem, and reading goes on to find the others.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="place">Gives the place of the state file that a place of the YAML stands for.</param>
internal sealed class SectionReader(StateProblems problems, Func<YamlPosition, SourcePosition> place)
{
    /// <summary>Reads a map; null where the node is none, which is a problem unless it is null.</summary>
    public Section? Read(YamlNode node, SectionSchema schema)
    {
        if (IsNull(node))
            return new Section(schema, At(node));

        if (node is not YamlMapping map)
        {
            problems.Add(At(node), $"{schema.Title} has to be a map of keys, not {Name(node)}.");
            return null;
        }

        var section = new Section(schema, At(map));
        foreach (var entry in map.Entries)
        {
            if (schema.Find(entry.Key) is not { } key)
                problems.Add(At(entry.KeyNode), Unknown(entry.Key, schema));
            else if (!IsNull(entry.Value) && ReadValue(entry.Value, key) is { } value)
                section.Set(new Field(key, value, At(entry.KeyNode)));
        }

        return section;
    }

    private static string Unknown(string key, SectionSchema schema)
    {
        var advice = FormerKeys.Advice(key)
            ?? (schema.Nearest(key) is { } near ? $"did you mean \"{near}\"?" : $"take it out, or see whether it belongs elsewhere. There are {string.Join(", ", schema.Keys.Select(known => known.Name).Take(12))}{(schema.Keys.Length > 12 ? ", …" : "")}");
        return $"\"{key}\" is no key of {schema.Title}; {advice}";
    }

    private object? ReadValue(YamlNode node, KeySpec key) => key.Kind switch
    {
        KeyKind.Text => Text(node, key),
        KeyKind.Flag => Flag(node, key),
        KeyKind.Number => Number(node, key),
        KeyKind.Fraction => Fraction(node, key),
        KeyKind.TextOrTexts => Names(node is YamlScalar ? Text(node, key) is { } text ? [new(text, At(node))] : null : Texts(node, key)),
        KeyKind.Texts => Texts(node, key),
        KeyKind.TextMap => TextMap(node, key),
        KeyKind.Entries => Entries(node, key, Plain),
        KeyKind.ChartEntries => Entries(node, key, ForChart),
        KeyKind.Section => Read(node, key.Inner!()),
        KeyKind.SectionOrSections when node is YamlMapping => Read(node, key.Inner!()) is { } one ? ImmutableArray.Create(one) : null,
        KeyKind.Sections or KeyKind.SectionOrSections => Sections(node, key),
        KeyKind.PathsOrSections => PathsOrSections(node, key),
        KeyKind.NamedSections => NamedSections(node, key),
        _ => Plain(node),
    };

    private string? Text(YamlNode node, KeySpec key) => node is YamlScalar scalar
        ? scalar.Tag == "!!null" ? "" : scalar.Text
        : Wrong<string>(node, key, "a text");

    // As with Go: yes and no are texts elsewhere, but a boolean where one is wanted.
    private object? Flag(YamlNode node, KeySpec key) => (node as YamlScalar)?.Value switch
    {
        bool flag => flag,
        "y" or "Y" or "yes" or "on" => true,
        "n" or "N" or "no" or "off" => false,
        _ => Wrong<object>(node, key, "true or false"),
    };

    private object? Number(YamlNode node, KeySpec key) => (node as YamlScalar)?.Value switch
    {
        nint number => (long)number,
        double number when Math.Abs(number) < long.MaxValue => (long)number,
        _ => Wrong<object>(node, key, "a whole number"),
    };

    private object? Fraction(YamlNode node, KeySpec key) => (node as YamlScalar)?.Value switch
    {
        nint number => (double)number,
        double number => number,
        _ => Wrong<object>(node, key, "a number"),
    };

    private ImmutableArray<Placed<string>>? Texts(YamlNode node, KeySpec key)
    {
        if (Items(node, key) is not { } list)
            return null;

        var texts = ImmutableArray.CreateBuilder<Placed<string>>(list.Items.Length);
        foreach (var item in Filled(list))
        {
            if (Text(item, key) is { } text)
                texts.Add(new(text, At(item)));
        }

        return texts.DrainToImmutable();
    }

    // As with helmfile: without the blanks around them, and a list of nothing is as good as none.
    private static object? Names(ImmutableArray<Placed<string>>? texts) =>
        texts?.Select(text => text with { Value = text.Value.Trim() }).Where(text => text.Value.Length > 0).ToImmutableArray() is { IsEmpty: false } names ? names : null;

    private object? TextMap(YamlNode node, KeySpec key)
    {
        if (node is not YamlMapping map)
            return Wrong<object>(node, key, "a map of texts");

        var texts = Empty.Texts.ToBuilder();
        foreach (var entry in map.Entries)
        {
            if (Text(entry.Value, key) is { } text)
                texts[entry.Key] = text;
        }

        return texts.ToImmutable();
    }

    private object? Sections(YamlNode node, KeySpec key)
    {
        if (Items(node, key) is not { } list)
            return null;

        return Filled(list).Select(item => Read(item, key.Inner!())).OfType<Section>().ToImmutableArray();
    }

    private object? PathsOrSections(YamlNode node, KeySpec key)
    {
        if (Items(node, key) is not { } list)
            return null;

        return Filled(list)
            .Select(item => item is YamlScalar { Value: string path } ? OfPath(item, key.Inner!(), path) : Read(item, key.Inner!()))
            .OfType<Section>()
            .ToImmutableArray();
    }

    private Section OfPath(YamlNode node, SectionSchema schema, string path)
    {
        var section = new Section(schema, At(node));
        section.Set("path", path, At(node));
        return section;
    }

    private object? NamedSections(YamlNode node, KeySpec key)
    {
        if (node is not YamlMapping map)
            return Wrong<object>(node, key, "a map of names");

        var sections = Empty.Sections.ToBuilder();
        foreach (var entry in map.Entries)
        {
            if (Read(entry.Value, key.Inner!()) is { } section)
                sections[entry.Key] = section;
        }

        return sections.ToImmutable();
    }

    // Templates leave items without content behind. Go's decoder drops them wherever null is no value.
    private static IEnumerable<YamlNode> Filled(YamlSequence list) => list.Items.Where(item => !IsNull(item));

    private YamlSequence? Items(YamlNode node, KeySpec key) => node as YamlSequence ?? Wrong<YamlSequence>(node, key, "a list");

    private object? Entries(YamlNode node, KeySpec key, Func<YamlNode, object?> valueOf) =>
        Items(node, key)?.Items.Select(item => new Placed<object?>(valueOf(item), At(item))).ToImmutableArray();

    // Ports and codes are keys there: tcp: {8080: demo/web:80}.
    private object? ForChart(YamlNode node) =>
        node is YamlMapping map && map.Entries.All(entry => entry.KeyNode.Value is string) ? map.ToPrintedValue() : Plain(node);

    private object? Plain(YamlNode node)
    {
        try
        {
            return node.ToValue();
        }
        catch (YamlReadException exception)
        {
            problems.Add(place(exception.Position), $"{exception.Problem}.");
            return new GoMap();
        }
    }

    private T? Wrong<T>(YamlNode node, KeySpec key, string wanted)
        where T : class
    {
        problems.Add(At(node), $"{key.Name} has to be {wanted}, not {Name(node)}.");
        return null;
    }

    private static string Name(YamlNode node) => node switch
    {
        YamlMapping => "a map",
        YamlSequence => "a list",
        YamlScalar { Tag: "!!null" } => "null",
        YamlScalar { Value: string } scalar => $"the text \"{scalar.Text}\"",
        _ => ((YamlScalar)node).Text,
    };

    private static bool IsNull(YamlNode node) => node is YamlScalar { Value: null };

    private SourcePosition At(YamlNode node) => place(node.Position);
}
