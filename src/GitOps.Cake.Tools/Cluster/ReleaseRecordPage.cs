using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Cluster;

/// <summary>
/// Reads one page of helm's release records. Of each object only the labels are read; the packed release is copied out for the last
/// revision of a name alone, and stays packed.
/// </summary>
/// <param name="namespace">The namespace of the page.</param>
/// <param name="layers">How often the release is wrapped in base64: once by helm, once more by the data of a Secret.</param>
internal sealed class ReleaseRecordPage(string @namespace, int layers)
{
    private readonly Dictionary<string, ReleaseRecord> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deployed = new(StringComparer.Ordinal);

    public IEnumerable<ReleaseRecord> Records =>
        _last.Values.Select(record => record with { IsDeployed = _deployed.Contains(record.Name) });

    /// <summary>Adds a page.</summary>
    /// <returns>The token for the next page; null on the last.</returns>
    public string? Add(ReadOnlyMemory<byte> page)
    {
        var json = new Utf8JsonReader(page.Span);
        string? next = null;
        Enter(ref json);
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("metadata"u8))
            {
                next = ListMetadata(ref json);
            }
            else if (json.ValueTextEquals("items"u8))
            {
                Items(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return next;
    }

    private static string? ListMetadata(ref Utf8JsonReader json)
    {
        string? next = null;
        Enter(ref json);
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("continue"u8))
            {
                json.Read();
                next = json.GetString();
            }
            else
            {
                json.Skip();
            }
        }

        return string.IsNullOrEmpty(next) ? null : next;
    }

    private void Items(ref Utf8JsonReader json)
    {
        json.Read();
        while (json.TokenType is not JsonTokenType.Null && json.Read() && json.TokenType is JsonTokenType.StartObject)
            Item(ref json);
    }

    private void Item(ref Utf8JsonReader json)
    {
        var labels = new Labels();
        ReadOnlySpan<byte> payload = default;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("metadata"u8))
            {
                labels = ObjectMetadata(ref json);
            }
            else if (json.ValueTextEquals("data"u8))
            {
                payload = Payload(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        Keep(labels, payload);
    }

    private void Keep(Labels labels, ReadOnlySpan<byte> payload)
    {
        if (labels is not { Name: { } name, Status: { } status } || payload.IsEmpty
            || !int.TryParse(labels.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return;
        }

        if (status is "deployed")
            _deployed.Add(name);

        if (!_last.TryGetValue(name, out var known) || known.Revision < revision)
            _last[name] = new() { Name = name, Namespace = @namespace, Revision = revision, Status = status, Payload = Decode(payload) };
    }

    private static Labels ObjectMetadata(ref Utf8JsonReader json)
    {
        var labels = new Labels();
        Enter(ref json);
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("labels"u8))
            {
                labels = ReadLabels(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return labels;
    }

    private static Labels ReadLabels(ref Utf8JsonReader json)
    {
        var labels = new Labels();
        Enter(ref json);
        while (NextProperty(ref json))
        {
            var key = json.GetString();
            json.Read();
            labels = key switch
            {
                "name" => labels with { Name = json.GetString() },
                "status" => labels with { Status = json.GetString() },
                "version" => labels with { Version = json.GetString() },
                _ => labels,
            };
        }

        return labels;
    }

    private static ReadOnlySpan<byte> Payload(scoped ref Utf8JsonReader json)
    {
        ReadOnlySpan<byte> payload = default;
        Enter(ref json);
        while (NextProperty(ref json))
        {
            var found = json.ValueTextEquals("release"u8);
            json.Read();
            if (found)
                payload = json.ValueIsEscaped ? Encoding.UTF8.GetBytes(json.GetString()!) : json.ValueSpan;
        }

        return payload;
    }

    private byte[] Decode(ReadOnlySpan<byte> packed)
    {
        var buffer = packed.ToArray();
        var length = buffer.Length;
        for (var layer = 0; layer < layers; layer++)
        {
            if (Base64.DecodeFromUtf8InPlace(buffer.AsSpan(0, length), out length) is not System.Buffers.OperationStatus.Done)
                throw new GitOpsException($"A release record in the namespace {@namespace} is not packed as helm packs it.");
        }

        return buffer[..length];
    }

    private static void Enter(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            throw new JsonException($"An object was expected at byte {json.TokenStartIndex}.");
    }

    private static bool NextProperty(ref Utf8JsonReader json) =>
        json.TokenType is not JsonTokenType.Null && json.Read() && json.TokenType is JsonTokenType.PropertyName;

    private readonly record struct Labels(string? Name, string? Status, string? Version);
}
