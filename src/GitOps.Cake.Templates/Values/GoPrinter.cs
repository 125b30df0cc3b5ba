using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Values;

/// <summary>Go's form <c>%v</c>, which <c>print</c>, <c>toString</c> and the actions of a template share.</summary>
public static class GoPrinter
{
    /// <summary>Prints a value: nil as <c>&lt;nil&gt;</c>, <c>[a b]</c>, <c>map[a:1 b:x]</c>, <c>{x 1}</c>, floats as <see cref="GoFloat.Print"/>.</summary>
    /// <param name="value">A value.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="ArgumentException">A part of it is none of the types that stand for Go's.</exception>
    /// <exception cref="GoValueException">It is nested too deep, or contains itself.</exception>
    public static string Print(object? value)
    {
        if (Scalar(value) is { } text)
            return text;

        var output = new StringBuilder();
        Append(output, value, 0);
        return output.ToString();
    }

    private static string? Scalar(object? value) => value switch
    {
        null => "<nil>",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => GoFloat.Print(number),
        nint or long or int or ulong or uint or byte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        GoTime time => time.ToString(),
        IGoNamedValue { Text: { } text } => text,
        _ => null,
    };

    private static void Append(StringBuilder output, object? value, int depth)
    {
        GoValueException.CheckDepth(depth);
        if (Scalar(value) is { } text)
        {
            output.Append(text);
            return;
        }

        switch (value)
        {
            case List<object?> list:
                List(output, list, depth);
                break;
            case List<string> list:
                output.Append('[').AppendJoin(' ', list).Append(']');
                break;
            case List<nint> list:
                output.Append('[').AppendJoin(' ', list.Select(number => Scalar(number))).Append(']');
                break;
            case byte[] bytes:
                output.Append('[').AppendJoin(' ', bytes).Append(']');
                break;
            case GoMap map:
                Map(output, map, depth);
                break;
            case GoStringMap map:
                output.Append("map[").AppendJoin(' ', map.Ordered().Select(entry => $"{entry.Key}:{entry.Value}")).Append(']');
                break;
            case GoStruct structure:
                Fields(output, structure, depth);
                break;
            case IGoNamedValue named:
                Append(output, named.Plain, depth + 1);
                break;
            default:
                throw GoValue.NoValue(value!);
        }
    }

    private static void List(StringBuilder output, List<object?> list, int depth)
    {
        output.Append('[');
        for (var index = 0; index < list.Count; index++)
        {
            if (index > 0)
                output.Append(' ');
            Append(output, list[index], depth + 1);
        }

        output.Append(']');
    }

    private static void Map(StringBuilder output, GoMap map, int depth)
    {
        output.Append("map[");
        var separator = "";
        foreach (var (key, value) in map.Ordered())
        {
            output.Append(separator).Append(key).Append(':');
            Append(output, value, depth + 1);
            separator = " ";
        }

        output.Append(']');
    }

    // A template prints what a pointer points to, so no ampersand here; the address of a nested one has no meaning anyway.
    private static void Fields(StringBuilder output, GoStruct structure, int depth)
    {
        output.Append('{');
        for (var index = 0; index < structure.Fields.Length; index++)
        {
            if (index > 0)
                output.Append(' ');
            Append(output, structure.Fields[index].Value, depth + 1);
        }

        output.Append('}');
    }
}
