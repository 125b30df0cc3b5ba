using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>The planned releases of one state file, in groups: a release's needs stand in earlier groups.</summary>
internal sealed record PreparedHelmfile(ImmutableArray<ImmutableArray<PreparedRelease>> Groups);
