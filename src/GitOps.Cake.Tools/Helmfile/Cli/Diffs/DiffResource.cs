using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>A resource that helm-diff names.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Change">In which way it differs.</param>
internal sealed record DiffResource(DiffKey Key, ResourceChangeKind Change)
{
    /// <summary>Its body, each line with its mark; null where the form or an option leaves it out.</summary>
    public DiffBody? Body { get; init; }
}
