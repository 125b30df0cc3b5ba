using System.Buffers;
using System.Text.Json;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Compares and writes parsed values of manifests.</summary>
internal static class ManifestValues
{
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (GoMap a, GoMap b) => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other)),
        (List<object?> a, List<object?> b) => a.Count == b.Count && !a.Where((item, index) => !AreEqual(item, b[index])).Any(),
        _ => Equals(left, right),
    };

    /// <summary>A JSON value as manifests have it: whole numbers are <c>long</c> where they fit.</summary>
    public static object? FromJson(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new GoMap();
                foreach (var member in value.EnumerateObject())
                    map[member.Name] = FromJson(member.Value);

                return map;
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(FromJson).ToList();
            case JsonValueKind.Number:
                return value.TryGetInt64(out var whole) ? whole : value.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            case JsonValueKind.String:
                return value.GetString();
            default:
                return null;
        }
    }

    public static JsonElement ToJson(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, value);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>Writes a value with the keys of its maps in order, so that equal values have equal bytes.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case GoMap map:
                json.WriteStartObject();
                foreach (var (key, entry) in map)
                {
                    json.WritePropertyName(key);
                    Write(json, entry);
                }

                json.WriteEndObject();
                break;
            case List<object?> list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item);

                json.WriteEndArray();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case nint native:
                json.WriteNumberValue(native);
                break;
            case ulong large:
                json.WriteNumberValue(large);
                break;
            case double real when double.IsFinite(real):
                json.WriteNumberValue(real);
                break;
            default:
                json.WriteStringValue(value as string ?? GoPrinter.Print(value));
                break;
        }
    }
}
