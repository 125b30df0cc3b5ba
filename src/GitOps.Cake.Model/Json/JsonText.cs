using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GitOps.Cake.Json;

/// <summary>
/// Refuses what is JSON by its grammar but no text: bytes that are no UTF-8, and escapes of half a surrogate pair. Readers find
/// neither until somebody asks for the string, which would be in the middle of a report.
/// </summary>
internal static class JsonText
{
    public static void CheckUtf8(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return;
        }

        var index = 0;
        while (Rune.DecodeFromUtf8(utf8[index..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            index += length;
        }

        throw At(utf8, index, "a byte is no part of UTF-8 text.");
    }

    public static void CheckEscapes(ReadOnlySpan<byte> utf8, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
        {
            return;
        }

        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException exception)
        {
            throw At(utf8, (int)reader.TokenStartIndex, "a string has half of a surrogate pair.", exception);
        }
    }

    private static JsonException At(ReadOnlySpan<byte> utf8, int index, string message, Exception? cause = null)
    {
        var before = utf8[..index];
        return new(message, path: null, before.Count((byte)'\n'), index - (before.LastIndexOf((byte)'\n') + 1), cause);
    }
}
