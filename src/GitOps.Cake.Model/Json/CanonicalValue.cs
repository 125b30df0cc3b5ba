using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GitOps.Cake.Json;

/// <summary>The canonical form of a JSON value, see <see cref="Plans.CanonicalJson"/>.</summary>
internal static class CanonicalValue
{
    public static void Write(JsonElement value, IBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, output);
                break;
            case JsonValueKind.Array:
                WriteArray(value.EnumerateArray(), output);
                break;
            case JsonValueKind.String:
                CanonicalText.Write(JsonMarshal.GetRawUtf8Value(value)[1..^1], output);
                break;
            case JsonValueKind.Number:
                CanonicalNumber.Write(JsonMarshal.GetRawUtf8Value(value), output);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw new ArgumentException("An undefined JSON element has no canonical form.", nameof(value));
        }
    }

    public static void WriteArray(IEnumerable<JsonElement> values, IBufferWriter<byte> output)
    {
        output.Write("["u8);
        var first = true;
        foreach (var value in values)
        {
            Separate(ref first, output);
            Write(value, output);
        }

        output.Write("]"u8);
    }

    private static void WriteArray(JsonElement.ArrayEnumerator values, IBufferWriter<byte> output)
    {
        output.Write("["u8);
        var first = true;
        foreach (var value in values)
        {
            Separate(ref first, output);
            Write(value, output);
        }

        output.Write("]"u8);
    }

    private static void WriteObject(JsonElement value, IBufferWriter<byte> output)
    {
        var count = value.GetPropertyCount();
        var rented = ArrayPool<JsonProperty>.Shared.Rent(count);
        try
        {
            var members = rented.AsSpan(0, count);
            Sort(value, members);
            output.Write("{"u8);
            var first = true;
            foreach (var member in members)
            {
                Separate(ref first, output);
                CanonicalText.Write(JsonMarshal.GetRawUtf8PropertyName(member), output);
                output.Write(":"u8);
                Write(member.Value, output);
            }

            output.Write("}"u8);
        }
        finally
        {
            ArrayPool<JsonProperty>.Shared.Return(rented, clearArray: true);
        }
    }

    private static void Sort(JsonElement value, Span<JsonProperty> members)
    {
        var count = 0;
        foreach (var member in value.EnumerateObject())
        {
            members[count++] = member;
        }

        members.Sort(static (one, other) =>
            CanonicalText.Compare(JsonMarshal.GetRawUtf8PropertyName(one), JsonMarshal.GetRawUtf8PropertyName(other)));
    }

    private static void Separate(ref bool first, IBufferWriter<byte> output)
    {
        if (!first)
        {
            output.Write(","u8);
        }

        first = false;
    }
}
