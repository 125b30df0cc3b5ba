using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Records;

/// <summary>Unpacks a release record: gzipped JSON as helm 3 and 4 store it.</summary>
internal static class ReleaseContentReader
{
    // The API server refuses Secrets over 1 MiB; well-packed text of that size stays below this.
    private const int MaxUnpackedBytes = 256 * 1024 * 1024;

    public static ReleaseContent Read(ReleaseRecord record)
    {
        try
        {
            using var json = JsonDocument.Parse(Unpack(record));
            return Read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new GitOpsException(
                $"Revision {record.Revision} of release {record.Namespace}/{record.Name} cannot be read from its record: {exception.Message} "
                + $"See 'helm history {record.Name} -n {record.Namespace}', and delete the Secret of a broken revision.",
                exception);
        }
    }

    private static ReadOnlyMemory<byte> Unpack(ReleaseRecord record)
    {
        // Helm before 3.0 stored plain JSON; helm itself still reads that.
        if (record.Payload.Span is not [0x1f, 0x8b, ..])
            return record.Payload;

        using var packed = new MemoryStream(record.Payload.ToArray(), writable: false);
        using var unzip = new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream(record.Payload.Length * 6);
        var chunk = new byte[32 * 1024];
        while (unzip.Read(chunk) is > 0 and var count)
        {
            if (unpacked.Length + count > MaxUnpackedBytes)
                throw new InvalidDataException($"It unpacks to more than {MaxUnpackedBytes / 1024 / 1024} MiB.");

            unpacked.Write(chunk, 0, count);
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static ReleaseContent Read(JsonElement release)
    {
        var metadata = Member(Member(release, "chart"), "metadata");
        return new()
        {
            Manifest = Text(release, "manifest"),
            Hooks = Hooks(release),
            ChartName = Text(metadata, "name"),
            ChartVersion = Text(metadata, "version"),
            Values = Map(Member(release, "config")),
            ChartValues = Map(Member(Member(release, "chart"), "values")),
            ApplyMethod = Text(release, "apply_method") is { Length: > 0 } method ? method : "csa",
            Description = Text(Member(release, "info"), "description"),
        };
    }

    private static ImmutableArray<ReleaseHook> Hooks(JsonElement release) =>
        Member(release, "hooks") is { ValueKind: JsonValueKind.Array } hooks
            ? [.. hooks.EnumerateArray().Select(hook => new ReleaseHook(Text(hook, "path"), Text(hook, "manifest")))]
            : [];

    private static string Map(JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.GetRawText() : "{}";

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";
}
