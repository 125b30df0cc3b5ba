using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State;

/// <summary>A state file that another one names.</summary>
/// <param name="Path">Its path, absolute, or its address.</param>
/// <param name="Position">The entry that names it.</param>
internal sealed record SubHelmfile(string Path, SourcePosition Position)
{
    /// <summary>Selectors of the entry; null where it has none, which is not the same as an empty list.</summary>
    public ImmutableArray<string>? Selectors { get; init; }

    public bool SelectorsInherited { get; init; }

    public ImmutableArray<Placed<object?>> Values { get; init; } = [];

    public ImmutableHashSet<string> Inherits { get; init; } = [];
}
