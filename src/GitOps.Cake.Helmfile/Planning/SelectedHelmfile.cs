using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What of a state file is worked on: its selected releases with their values read, in groups of needs.</summary>
internal sealed record SelectedHelmfile(
    string File,
    ImmutableArray<ChartRepository> Repositories,
    ImmutableArray<ImmutableArray<Release>> Groups,
    ImmutableArray<string> Warnings,
    KnownSecrets Secrets);
