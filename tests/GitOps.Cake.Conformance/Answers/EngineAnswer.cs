using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Answers;

/// <summary>What the engine answered to one step, put as helmfile would: the exit code, and what is printed to which stream.</summary>
internal sealed record EngineAnswer
{
    public required int Exit { get; init; }

    /// <summary>The result of commands that have one: manifests, rows, state files, groups.</summary>
    public string Output { get; init; } = "";

    /// <summary>What a person is told: the log, outcomes, errors.</summary>
    public string Error { get; init; } = "";

    /// <summary>The plan with all that it shows, where there is one.</summary>
    public string Plan { get; init; } = "";

    /// <summary>The releases of a comparison.</summary>
    public ImmutableArray<DiffedRelease> Diff { get; init; } = [];

    /// <summary>What the engine, by name, does not do; null where it did what was asked, or failed.</summary>
    public string? Refusal { get; init; }
}
