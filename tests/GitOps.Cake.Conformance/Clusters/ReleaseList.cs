using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>Reads the releases of a cluster from helm's records, as <c>helm list</c> of all namespaces and statuses and <c>helm get values</c> tell them.</summary>
internal static class ReleaseList
{
    public static async Task<YamlNode?> ReadAsync(ApiCalls api, CancellationToken cancellationToken)
    {
        var secrets = await api.GetAsync("/api/v1/secrets?labelSelector=owner%3Dhelm", cancellationToken);
        var releases = secrets!["items"]!.AsArray().Select(secret => Release(Convert.FromBase64String((string)secret!["data"]!["release"]!)))
            .GroupBy(release => (Space: (string)release["namespace"]!, Name: (string)release["name"]!))
            .OrderBy(group => group.Key.Space, StringComparer.Ordinal).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(JsonNode? (group) => group.MaxBy(release => (int)release["revision"]!));
        return YamlReader.Read(new JsonArray([.. releases]).ToJsonString());
    }

    // A record is JSON, gzipped, in base64, within the Secret's own.
    private static JsonObject Release(byte[] data)
    {
        var packed = new byte[Base64.GetMaxDecodedFromUtf8Length(data.Length)];
        Base64.DecodeFromUtf8(data, packed, out _, out var length);
        using var unpacked = new GZipStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        using var record = JsonDocument.Parse(unpacked);
        var (root, metadata) = (record.RootElement, record.RootElement.GetProperty("chart").GetProperty("metadata"));
        return new()
        {
            ["name"] = root.GetProperty("name").GetString(),
            ["namespace"] = root.GetProperty("namespace").GetString(),
            ["revision"] = root.GetProperty("version").GetInt32(),
            ["status"] = root.GetProperty("info").GetProperty("status").GetString(),
            ["chart"] = $"{metadata.GetProperty("name").GetString()}-{metadata.GetProperty("version").GetString()}",
            ["values"] = root.TryGetProperty("config", out var values) && values.ValueKind == JsonValueKind.Object
                ? JsonObject.Create(values.Clone())
                : new JsonObject(),
        };
    }
}
