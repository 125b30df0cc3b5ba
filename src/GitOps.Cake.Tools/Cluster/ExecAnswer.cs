using System.Text.Json;

namespace GitOps.Cake.Cluster;

/// <summary>The status of an <c>ExecCredential</c>.</summary>
internal sealed record ExecAnswer(Secret? Token, string? Certificate, Secret? Key, DateTimeOffset? Expires)
{
    /// <summary>Null where the text is not an answer of the version that was asked for, or holds no credentials.</summary>
    public static ExecAnswer? Parse(string text, string apiVersion)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (Text(root, "kind") != "ExecCredential" || Text(root, "apiVersion") != apiVersion
                || !root.TryGetProperty("status", out var status))
            {
                return null;
            }

            var answer = new ExecAnswer(
                Hidden(status, "token"),
                Text(status, "clientCertificateData"),
                Hidden(status, "clientKeyData"),
                status.TryGetProperty("expirationTimestamp", out var time) && time.TryGetDateTimeOffset(out var expires) ? expires : null);
            return answer.Token is null && (answer.Certificate is null || answer.Key is null) ? null : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Secret? Hidden(JsonElement element, string name) => Text(element, name) is { } value ? new(value) : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
