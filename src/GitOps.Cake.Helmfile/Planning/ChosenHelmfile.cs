using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What of a state file was selected, before charts and values are looked at: hooks may still make them.</summary>
/// <param name="Source">The file.</param>
/// <param name="Releases">The selected releases, as they stand in the file.</param>
/// <param name="Groups">The same in groups of needs.</param>
/// <param name="Hooks">The file's hooks.</param>
internal sealed record ChosenHelmfile(
    LoadedHelmfile Source,
    ImmutableArray<Release> Releases,
    ImmutableArray<ImmutableArray<Release>> Groups,
    FileHooks Hooks);
