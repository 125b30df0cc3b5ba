using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State;

/// <summary>A state file that does not know the wanted environment.</summary>
/// <param name="File">The file as messages show it.</param>
/// <param name="Environments">The environments that it declares.</param>
internal sealed record SkippedFile(string File, ImmutableArray<string> Environments);
