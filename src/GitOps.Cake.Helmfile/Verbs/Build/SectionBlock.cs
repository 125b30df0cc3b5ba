using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Verbs.Build;

/// <summary>Writes a section as helmfile writes its structures: in their order; what is zero is left out unless it stands behind a pointer.</summary>
internal static class SectionBlock
{
    /// <summary>Adds all keys of a section to a block.</summary>
    public static void AddTo(YamlBlock block, Section section)
    {
        var order = HelmfileOrder.Of(section.Schema);
        foreach (var key in order.Keys)
        {
            if (section.Find(key.Name) is { } field && (!IsLeftOut(field) || order.Always.Contains(key.Name)))
                Add(block, key.Name, field.Value);
            else if (order.Always.Contains(key.Name))
                block.Add(key.Name, Zero(key.Kind));
        }
    }

    private static YamlBlock Of(Section section)
    {
        var block = new YamlBlock();
        AddTo(block, section);
        return block;
    }

    private static bool IsLeftOut(Field field) => !field.Key.Shared && (field.Value is Section section ? section.Fields.All(IsLeftOut) : field.IsZero);

    private static void Add(YamlBlock block, string key, object value)
    {
        switch (value)
        {
            case Section section:
                block.Add(key, Of(section));
                break;
            case ImmutableArray<Section> sections:
                block.Add(key, [.. sections.Select(Of)]);
                break;
            case ImmutableSortedDictionary<string, Section> named:
                block.Add(key, Named(named));
                break;
            default:
                block.Add(key, Plain(value));
                break;
        }
    }

    private static YamlBlock Named(ImmutableSortedDictionary<string, Section> sections)
    {
        var block = new YamlBlock();
        foreach (var (name, section) in sections)
            block.Add(name, Of(section));
        return block;
    }

    private static object? Plain(object value) => value switch
    {
        ImmutableArray<Placed<string>> texts => texts.Select(object? (text) => text.Value).ToList(),
        ImmutableArray<Placed<object?>> entries => entries.Select(entry => entry.Value).ToList(),
        ImmutableSortedDictionary<string, string> texts => Map(texts),
        _ => value,
    };

    private static GoMap Map(ImmutableSortedDictionary<string, string> texts)
    {
        var map = new GoMap();
        foreach (var (key, value) in texts)
            map[key] = value;
        return map;
    }

    private static object Zero(KeyKind kind) => kind switch
    {
        KeyKind.Text => "",
        KeyKind.Flag => false,
        KeyKind.Number => 0L,
        KeyKind.NamedSections => new GoMap(),
        _ => new List<object?>(),
    };
}
