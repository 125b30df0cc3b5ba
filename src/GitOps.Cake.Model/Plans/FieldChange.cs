using System.Text.Json;

namespace GitOps.Cake.Plans;

/// <summary>One field of a resource that differs.</summary>
public sealed record FieldChange
{
    /// <summary>The way to the field, joined by dots, list positions in brackets: <c>spec.containers[0].image</c>.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The old value with its JSON type; null where the field was not there, or is redacted. A field that was there and null is an
    /// element of the kind <see cref="JsonValueKind.Null"/>.
    /// </summary>
    public JsonElement? Old { get; init => field = Own(value); }

    /// <summary>
    /// The new value with its JSON type; null where the field is gone, or is redacted. A field that is there and null is an
    /// element of the kind <see cref="JsonValueKind.Null"/>.
    /// </summary>
    public JsonElement? New { get; init => field = Own(value); }

    /// <summary>Whether the values are secret, so that only their sizes are told.</summary>
    public bool Redacted { get; init; }

    /// <summary>The size of a redacted old value in bytes; null where there was none.</summary>
    public int? OldSize { get; init; }

    /// <summary>The size of a redacted new value in bytes; null where there is none.</summary>
    public int? NewSize { get; init; }

    // A plan outlives the document that a value was read from.
    private static JsonElement? Own(JsonElement? value) => value is { ValueKind: not JsonValueKind.Undefined } element ? element.Clone() : null;
}
