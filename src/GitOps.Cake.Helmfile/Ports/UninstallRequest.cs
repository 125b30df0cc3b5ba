using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>One <c>helm uninstall</c>.</summary>
public sealed record UninstallRequest
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>Whether helm waits until the objects are gone.</summary>
    public bool Wait { get; init; }

    /// <summary>How long helm waits; helm's five minutes by default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Deletion of dependents: <c>background</c>, <c>foreground</c> or <c>orphan</c>.</summary>
    public string? Cascade { get; init; }

    /// <summary>Words that the state file adds to every helm call.</summary>
    public ImmutableArray<string> ExtraArguments { get; init; } = [];
}
