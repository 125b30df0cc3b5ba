using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace GitOps.Cake.Tests.Samples;

/// <summary>
/// Every property of a value and of what it holds, as text: records with arrays do not compare by value, and what is lost in the JSON of
/// both sides would not be missed there.
/// </summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, "", value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string path, object? value)
    {
        switch (value)
        {
            case JsonElement element:
                text.Append(CultureInfo.InvariantCulture, $"{path} = {element.ValueKind} {JsonSerializer.Serialize(element)}\n");
                break;
            case DateTimeOffset time:
                text.Append(CultureInfo.InvariantCulture, $"{path} = {time:O}\n");
                break;
            case null or string or bool or IFormattable:
                text.Append(CultureInfo.InvariantCulture, $"{path} = {value?.GetType().Name} {value}\n");
                break;
            case IEnumerable items:
                var position = 0;
                foreach (var item in items)
                {
                    Append(text, $"{path}[{position++}]", item);
                }

                text.Append(CultureInfo.InvariantCulture, $"{path}.length = {position}\n");
                break;
            default:
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    Append(text, $"{path}.{property.Name}", property.GetValue(value));
                }

                break;
        }
    }
}
