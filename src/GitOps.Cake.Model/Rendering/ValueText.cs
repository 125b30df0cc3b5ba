using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GitOps.Cake.Rendering;

/// <summary>
/// A value of a field on one line. It is shown whole or by its size, never cut: half of a secret would slip through a masker.
/// </summary>
internal readonly record struct ValueText
{
    private const int Longest = 200;

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ValueText(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : Compact(value);
        IsWhole = text.Length <= Longest && !text.AsSpan().TrimEnd('\n').Contains('\n');
        Text = value.ValueKind switch
        {
            JsonValueKind.String => IsWhole ? Quoted(text) : Invariant($"text of {Lines(text)}, {text.Length} characters"),
            _ when IsWhole => text,
            JsonValueKind.Object => Invariant($"object of {value.GetPropertyCount()} members"),
            JsonValueKind.Array => Invariant($"list of {value.GetArrayLength()} items"),
            _ => Invariant($"number of {text.Length} digits"),
        };
    }

    public string Text { get; }

    /// <summary>Whether the text is the value, not its size.</summary>
    public bool IsWhole { get; }

    private static string Quoted(string text) => IsPlain(text)
        ? text
        : $"\"{VisibleText.Escape(text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    // Quotes only where the text could be taken for something else.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && text.Trim().Length == text.Length
        && text is not ("true" or "false" or "null" or "~")
        && text[0] is not ('{' or '[' or '"')
        && !text.Contains('\\', StringComparison.Ordinal)
        && !text.Contains(" → ", StringComparison.Ordinal)
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && VisibleText.Escape(text) == text;

    private static string Lines(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1 is var count and > 1
        ? Invariant($"{count} lines")
        : "1 line";

    // Not the text as it was read: a plan that comes out of a file is indented.
    private static string Compact(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Unescaped))
        {
            value.WriteTo(json);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
