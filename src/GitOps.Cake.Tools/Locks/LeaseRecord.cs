using System.Text.Json;

namespace GitOps.Cake.Locks;

/// <summary>A Lease as the cluster has it.</summary>
internal sealed record LeaseRecord
{
    public required string Version { get; init; }

    /// <summary>Who holds it; null where nobody does.</summary>
    public string? Holder { get; init; }

    /// <summary>How long its holder says that it lives without being renewed.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When it was renewed, by the holder's clock and in its words.</summary>
    public string? Renewed { get; init; }

    /// <summary>When the holder took it, by its clock and in its words.</summary>
    public string? Acquired { get; init; }

    public int Transitions { get; init; }

    public string? RunUrl { get; init; }

    /// <summary>The commit that the holder applies.</summary>
    public string? Sha { get; init; }

    /// <summary>The commit that was applied last.</summary>
    public string? AppliedSha { get; init; }

    public string? AppliedAt { get; init; }

    public string? AppliedBy { get; init; }

    /// <exception cref="JsonException">It is no Lease.</exception>
    public static LeaseRecord Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var metadata = document.RootElement.GetProperty("metadata");
        var spec = document.RootElement.TryGetProperty("spec", out var given) ? given : default;
        var annotations = metadata.TryGetProperty("annotations", out var notes) ? notes : default;
        return new()
        {
            Version = Text(metadata, "resourceVersion") ?? "",
            Holder = Text(spec, "holderIdentity"),
            Duration = Number(spec, "leaseDurationSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Renewed = Text(spec, "renewTime"),
            Acquired = Text(spec, "acquireTime"),
            Transitions = Number(spec, "leaseTransitions") ?? 0,
            RunUrl = Text(annotations, LeaseNotes.RunUrl),
            Sha = Text(annotations, LeaseNotes.Sha),
            AppliedSha = Text(annotations, LeaseNotes.AppliedSha),
            AppliedAt = Text(annotations, LeaseNotes.AppliedAt),
            AppliedBy = Text(annotations, LeaseNotes.AppliedBy),
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    private static int? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number) ? number : null;
}
