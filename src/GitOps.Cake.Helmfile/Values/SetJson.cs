using System.Buffers;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Values;

/// <summary>Writes one item of a list that is set: texts as they are, everything else as JSON.</summary>
internal static class SetJson
{
    public static string Text(object? value)
    {
        if (value is string text)
            return text;

        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
            Write(writer, value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                writer.WriteRawValue(GoFloat.PrintJson(number));
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case GoTime time:
                writer.WriteStringValue(time.ToRfc3339());
                break;
            case GoMap map:
                writer.WriteStartObject();
                foreach (var (key, item) in map)
                {
                    writer.WritePropertyName(key);
                    Write(writer, item);
                }

                writer.WriteEndObject();
                break;
            case List<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(GoPrinter.Print(value));
                break;
        }
    }
}
