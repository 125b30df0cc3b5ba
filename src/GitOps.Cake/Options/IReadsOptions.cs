using System.Collections.Immutable;

namespace GitOps.Cake.Options;

/// <summary>A task that says which options of the library it reads.</summary>
internal interface IReadsOptions
{
    ImmutableArray<LibraryOption> Options { get; }
}
