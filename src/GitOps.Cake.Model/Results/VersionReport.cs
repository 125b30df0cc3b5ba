namespace GitOps.Cake.Results;

/// <summary>Versions.</summary>
public sealed record VersionReport
{
    /// <summary>The version of the engine: of this library, or of the real helmfile.</summary>
    public required string Version { get; init; }

    /// <summary>The version of helm, where it is known.</summary>
    public string? HelmVersion { get; init; }
}
