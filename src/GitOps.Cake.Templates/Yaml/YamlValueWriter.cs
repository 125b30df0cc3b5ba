using System.Collections;
using System.Globalization;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Walks through a value and hands its collections and scalars to the emitter.</summary>
internal sealed class YamlValueWriter(YamlEmitter emitter)
{
    public void Node(object? value, int indent, int depth)
    {
        GoValueException.CheckDepth(depth);
        switch (value)
        {
            case string text:
                emitter.Text(text, indent);
                break;
            case GoMap map:
                Map(map.Ordered(), indent, depth);
                break;
            case GoStringMap map:
                Map(map.Ordered(), indent, depth);
                break;
            case List<object?> or List<string> or List<nint> or byte[]:
                List((IList)value, indent, depth);
                break;
            case GoStruct structure:
                Entries(structure.Fields.Select(field => KeyValuePair.Create(field.Key.ToLowerInvariant(), field.Value)), structure.Fields.Length, indent, depth);
                break;
            case IGoNamedValue named:
                Node(named.Plain, indent, depth + 1);
                break;
            default:
                emitter.Plain(Scalar(value));
                break;
        }
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double.PositiveInfinity => ".inf",
        double.NegativeInfinity => "-.inf",
        double.NaN => ".nan",
        double number => GoFloat.Print(number),
        nint or long or int or ulong or uint or byte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        GoTime time => time.ToRfc3339(),
        _ => throw GoValue.NoValue(value),
    };

    private void Map<TValue>(KeyValuePair<string, TValue>[] entries, int indent, int depth)
    {
        var sorted = (KeyValuePair<string, TValue>[])entries.Clone();
        Array.Sort(sorted, static (left, right) => NaturalKeyComparer.Instance.Compare(left.Key, right.Key));
        Entries(sorted, sorted.Length, indent, depth);
    }

    private void Entries<TValue>(IEnumerable<KeyValuePair<string, TValue>> entries, int count, int indent, int depth)
    {
        if (count == 0)
        {
            emitter.Empty("{", "}");
            return;
        }

        var inner = YamlEmitter.Deeper(indent);
        foreach (var (key, value) in entries)
        {
            emitter.Key(key, inner);
            Node(value, inner, depth + 1);
        }
    }

    private void List(IList items, int indent, int depth)
    {
        if (items.Count == 0)
        {
            emitter.Empty("[", "]");
            return;
        }

        var inner = YamlEmitter.Deeper(indent);
        foreach (var item in items)
        {
            emitter.Item(inner);
            Node(item, inner, depth + 1);
        }
    }
}
