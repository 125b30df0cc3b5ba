using System.Text.Json;

namespace GitOps.Cake.Results;

/// <summary>An environment as one state file sees it.</summary>
public sealed record EnvironmentValues
{
    /// <summary>The state file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>The environment's name.</summary>
    public required string Name { get; init; }

    /// <summary>The context that the environment names.</summary>
    public string? KubeContext { get; init; }

    /// <summary>Its values. They can hold decrypted secrets.</summary>
    public JsonElement Values { get; init => field = value.ValueKind == JsonValueKind.Undefined ? value : value.Clone(); }
}
