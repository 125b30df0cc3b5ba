using System.Text;
using System.Text.Json;

namespace GitOps.Cake.Cluster;

/// <summary>What the API says about a request that it refused.</summary>
/// <param name="Message">In words.</param>
/// <param name="Reason">In one word, as in <c>NotFound</c>; empty where it says none.</param>
/// <param name="Kind">The kind or plural of the object that the refusal is about; empty where it names none.</param>
internal sealed record ApiStatus(string Message, string Reason, string Kind)
{
    private const int LongestText = 1000;

    public static ApiStatus Of(ApiAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var root = document.RootElement;
            if (Text(root, "message") is { } message)
            {
                var kind = root.TryGetProperty("details", out var details) ? Text(details, "kind") : null;
                return new(message, Text(root, "reason") ?? "", kind ?? "");
            }
        }
        catch (JsonException)
        {
            // Something before the API server answered, such as a proxy; its words are better than none.
        }

        var text = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, LongestText)]).Trim();
        return new(text.Length > 0 ? text : $"HTTP {(int)answer.Status}", "", "");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
