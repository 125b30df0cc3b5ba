using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>What a text of templates asks of a cluster.</summary>
internal sealed record TemplateFindings
{
    public static TemplateFindings None { get; } = new();

    public string? NeedsServer { get; init; }

    public ImmutableHashSet<string> AskedApiVersions { get; init; } = [];

    public bool EvaluatesValues { get; init; }

    public TemplateFindings And(TemplateFindings other) =>
        ReferenceEquals(other, None) ? this : new()
        {
            NeedsServer = NeedsServer ?? other.NeedsServer,
            AskedApiVersions = AskedApiVersions.Union(other.AskedApiVersions),
            EvaluatesValues = EvaluatesValues || other.EvaluatesValues,
        };
}
