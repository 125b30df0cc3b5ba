using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// The spellings in which charts and tools repeat a value: encoded as base64, also within a longer text, escaped for JSON,
/// YAML, XML, a shell or an address, and each line of a text of several.
/// </summary>
internal static class SecretForms
{
    private const int ShortestLine = 8;

    // What is left of a shorter value inside of base64 could be a word of its own.
    private const int ShortestFragment = 6;

    public static IEnumerable<string> Of(string value)
    {
        IEnumerable<string> texts = [value, .. Lines(value)];
        return texts.SelectMany(text => Escaped(text).Append(text)).Distinct(StringComparer.Ordinal)
            .SelectMany(text => Encoded(text).Append(text)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(string value) =>
        value.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= ShortestLine && line.Length < value.Length);

    private static IEnumerable<string> Escaped(string text)
    {
        var json = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        yield return json;

        // As Go writes it.
        yield return json.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
        yield return text.Replace("'", "''", StringComparison.Ordinal);
        yield return text.Replace("'", "'\\''", StringComparison.Ordinal);

        var xml = WebUtility.HtmlEncode(text);
        yield return xml;
        yield return xml.Replace("&quot;", "&#34;", StringComparison.Ordinal);
        yield return xml.Replace("&#39;", "&apos;", StringComparison.Ordinal);

        var address = Uri.EscapeDataString(text);
        yield return address;
        yield return address.Replace("%20", "+", StringComparison.Ordinal);
        yield return InPath(address);
        yield return LowerCaseHex(address);
    }

    /// <summary>Characters that a path of an address may hold as they are.</summary>
    private static string InPath(string address) => new StringBuilder(address)
        .Replace("%24", "$").Replace("%26", "&").Replace("%2B", "+").Replace("%3A", ":").Replace("%3D", "=").Replace("%40", "@").ToString();

    private static string LowerCaseHex(string address)
    {
        var text = new StringBuilder(address);
        for (var index = 0; index + 2 < text.Length; index++)
        {
            if (text[index] == '%')
                (text[index + 1], text[index + 2]) = (char.ToLowerInvariant(text[index + 1]), char.ToLowerInvariant(text[index + 2]));
        }

        return text.ToString();
    }

    /// <summary>The base64 of a text alone, and the part that stays the same wherever it stands in a longer one.</summary>
    private static IEnumerable<string> Encoded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        IEnumerable<string> forms = [Convert.ToBase64String(bytes), .. Enumerable.Range(0, 3).Select(offset => Fragment(bytes, offset))];
        foreach (var form in forms.Where(form => form.Length >= ShortestFragment))
        {
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string Fragment(byte[] bytes, int offset)
    {
        var whole = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var first = ((offset * 8) + 5) / 6;
        var last = (offset + bytes.Length) * 8 / 6;
        return last > first ? whole[first..last] : "";
    }
}
