namespace GitOps.Cake.Results;

/// <summary>One state file with its bases, environment and templates in one.</summary>
public sealed record BuiltState
{
    /// <summary>The file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>What it says, as YAML of helmfile's shape.</summary>
    public required string Yaml { get; init; }
}
