using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>A program that a state file runs at certain events. Command and arguments are templates, rendered when it runs.</summary>
internal sealed record Hook
{
    public required SourcePosition Position { get; init; }

    /// <summary>What messages call it; the command where the file gives no name.</summary>
    public required string Name { get; init; }

    /// <summary>When it runs: <c>prepare</c>, <c>preapply</c>, <c>presync</c>, <c>preuninstall</c>, <c>postuninstall</c>, <c>postsync</c>, <c>cleanup</c>.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Why it cannot run, which is told when it should; null where it can.</summary>
    public string? Mistake { get; init; }

    /// <summary>Whether its output is shown.</summary>
    public bool ShowLogs { get; init; }
}
