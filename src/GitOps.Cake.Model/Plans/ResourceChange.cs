using System.Collections.Immutable;

namespace GitOps.Cake.Plans;

/// <summary>One resource that differs between the cluster's release and the wanted one.</summary>
public sealed record ResourceChange
{
    /// <summary>Which resource.</summary>
    public required ResourceId Resource { get; init; }

    /// <summary>In which way it differs.</summary>
    public required ResourceChangeKind Change { get; init; }

    /// <summary>The fields that differ, for <see cref="ResourceChangeKind.Changed"/> only.</summary>
    public ImmutableArray<FieldChange> Fields { get; init => field = value.OrEmpty(); } = [];

    /// <summary>
    /// The difference as a unified diff of the manifests, without headers, Secrets redacted; null where the content is not shown.
    /// </summary>
    public string? Diff { get; init; }

    /// <summary>Who owns the object, for <see cref="ResourceChangeKind.Ownership"/> only.</summary>
    public string? Owner { get; init; }

    /// <summary>For a removed object: the nearly equal one of the same kind that is added in its place, where there is one.</summary>
    public ResourceId? RenamedTo { get; init; }

    /// <summary>For an added object: the nearly equal one of the same kind that is removed, where there is one.</summary>
    public ResourceId? RenamedFrom { get; init; }
}
