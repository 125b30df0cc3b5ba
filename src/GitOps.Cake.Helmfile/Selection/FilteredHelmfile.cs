using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>A state file, and what selectors leave of its releases, in the order of their definition.</summary>
internal sealed record FilteredHelmfile(LoadedHelmfile Helmfile, ImmutableArray<Release> Releases);
