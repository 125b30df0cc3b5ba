using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>One step of a case: what is prepared, the command, and what counts in its answer.</summary>
internal sealed record CaseStep
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The command with the flags around it.</summary>
    public required ImmutableArray<string> Run { get; init; }

    public required CompareKind Compare { get; init; }

    /// <summary>Files that are written before.</summary>
    public ImmutableArray<(string Path, string Content)> Write { get; init; } = [];

    public ImmutableArray<ImmutableArray<string>> Helm { get; init; } = [];

    public ImmutableArray<ImmutableArray<string>> Kubectl { get; init; } = [];

    /// <summary>What stderr has to match.</summary>
    public ImmutableArray<Regex> Says { get; init; } = [];

    /// <summary>What nothing printed may match.</summary>
    public ImmutableArray<Regex> Never { get; init; } = [];

    public BetterAnswer? Better { get; init; }

    /// <summary>Files whose bytes are part of the answer.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
