using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What of a state file is worked on: its selected releases with their values read, in groups of needs.</summary>
internal sealed record SelectedHelmfile(
    LoadedHelmfile Helmfile,
    ImmutableArray<ImmutableArray<Release>> Groups,
    ImmutableArray<string> Warnings,
    KnownSecrets Secrets)
{
    public string File => Helmfile.File;

    public ImmutableArray<ChartRepository> Repositories => Helmfile.Repositories;

    /// <summary>The releases in the order in which they are deployed.</summary>
    public IEnumerable<Release> Releases => Groups.SelectMany(group => group);
}
