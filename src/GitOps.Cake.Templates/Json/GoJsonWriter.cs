using System.Collections;
using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Json;

internal sealed class GoJsonWriter(StringBuilder output, GoJsonForm form)
{
    public void Node(object? value, int depth)
    {
        GoValueException.CheckDepth(depth);
        switch (value)
        {
            case null or INilSlice:
                output.Append("null");
                break;
            case string text:
                Text(text);
                break;
            case bool flag:
                output.Append(flag ? "true" : "false");
                break;
            case double number:
                output.Append(GoFloat.PrintJson(number));
                break;
            case nint or long or int or ulong or uint or byte:
                output.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case GoTime time:
                Text(time.ToRfc3339());
                break;
            case byte[] bytes:
                Text(Convert.ToBase64String(bytes));
                break;
            case List<object?> or List<string> or List<nint>:
                List((IList)value, depth);
                break;
            case GoMap map:
                Entries(map.Ordered(), depth);
                break;
            case GoStringMap map:
                Entries(map.Ordered(), depth);
                break;
            case GoStruct structure:
                Entries(structure.Fields.AsSpan(), depth);
                break;
            case IGoNamedValue named:
                Node(named.Plain, depth + 1);
                break;
            default:
                throw GoValue.NoValue(value);
        }
    }

    private void List(IList items, int depth)
    {
        output.Append('[');
        for (var index = 0; index < items.Count; index++)
        {
            Separate(index, depth + 1);
            Node(items[index], depth + 1);
        }

        Close(']', items.Count, depth);
    }

    private void Entries<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> entries, int depth)
    {
        output.Append('{');
        for (var index = 0; index < entries.Length; index++)
        {
            Separate(index, depth + 1);
            Text(entries[index].Key);
            output.Append(form == GoJsonForm.Pretty ? ": " : ":");
            Node(entries[index].Value, depth + 1);
        }

        Close('}', entries.Length, depth);
    }

    private void Separate(int index, int depth)
    {
        if (index > 0)
            output.Append(',');
        Line(depth);
    }

    private void Close(char bracket, int count, int depth)
    {
        if (count > 0)
            Line(depth);
        output.Append(bracket);
    }

    private void Line(int depth)
    {
        if (form == GoJsonForm.Pretty)
            output.Append('\n').Append(' ', depth * 2);
    }

    private void Text(string text)
    {
        output.Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (!char.IsSurrogate(character))
                Character(character);
            else if (index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1]))
                output.Append(character).Append(text[++index]);
            else
                output.Append("\\ufffd");
        }

        output.Append('"');
    }

    private void Character(char character)
    {
        switch (character)
        {
            case '"' or '\\':
                output.Append('\\').Append(character);
                break;
            case '\b':
                output.Append("\\b");
                break;
            case '\f':
                output.Append("\\f");
                break;
            case '\n':
                output.Append("\\n");
                break;
            case '\r':
                output.Append("\\r");
                break;
            case '\t':
                output.Append("\\t");
                break;
            case < ' ' or '\u2028' or '\u2029':
            case '<' or '>' or '&' when form != GoJsonForm.Raw:
                output.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                break;
            default:
                output.Append(character);
                break;
        }
    }
}
