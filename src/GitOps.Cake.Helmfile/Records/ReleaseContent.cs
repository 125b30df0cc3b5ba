using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Records;

/// <summary>What a release record holds of a revision.</summary>
internal sealed record ReleaseContent
{
    public required string Manifest { get; init; }

    public ImmutableArray<ReleaseHook> Hooks { get; init; } = [];

    public string ChartName { get; init; } = "";

    public string ChartVersion { get; init; } = "";

    /// <summary>The values that the user gave, as JSON text; an empty object where there were none.</summary>
    public string Values { get; init; } = "{}";

    /// <summary>The chart's own values, as JSON text.</summary>
    public string ChartValues { get; init; } = "{}";

    /// <summary>How helm 4 applied it: <c>ssa</c> on the server, <c>csa</c> by itself, as every older helm.</summary>
    public string ApplyMethod { get; init; } = "csa";

    public string Description { get; init; } = "";
}
