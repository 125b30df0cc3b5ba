using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts.Changes;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>A release as it is wanted: every default, layer and override of the state file is already in it.</summary>
internal sealed record Release
{
    public required ReleaseId Id { get; init; }

    public required SourcePosition Position { get; init; }

    /// <summary>The context that helm and the cluster are called with: the id's own, else the environment's; null for the kubeconfig's current one.</summary>
    public string? KubeContext { get; init; }

    /// <summary>The chart as the state file names it.</summary>
    public required string Chart { get; init; }

    /// <summary>The folder of a local chart; null for a chart of a repository or registry.</summary>
    public string? ChartFolder { get; init; }

    /// <summary>The chart in its repository or registry; null for a local chart.</summary>
    public ChartReference? ChartReference { get; init; }

    public string? Version { get; init; }

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<ReleaseId> Needs { get; init; } = [];

    /// <summary>Whether the release is wanted; otherwise it is uninstalled where it is found.</summary>
    public bool Installed { get; init; } = true;

    /// <summary>Whether its condition holds; otherwise it is treated as not selected.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether dependencies of a local chart are not fetched.</summary>
    public bool SkipDependencies { get; init; }

    /// <summary>What it changes of its chart; read together with <see cref="Values"/>.</summary>
    public ChartChanges ChartChanges { get; init; } = ChartChanges.None;

    /// <summary>Values in order; later ones win. Read for selected releases only, see <see cref="Values.ReleaseValuesReader"/>.</summary>
    public ImmutableArray<ValuesSource> Values { get; init; } = [];

    /// <summary>Single values in order; read together with <see cref="Values"/>.</summary>
    public ImmutableArray<SetArgument> Sets { get; init; } = [];

    public UpgradeOptions Options { get; init; } = new();

    public ReleaseRendering Rendering { get; init; } = new();

    public ReleaseUninstall Uninstall { get; init; } = new();

    /// <summary>Whether it may be uninstalled and installed anew where the server forbids an update.</summary>
    public bool ReinstallIfForbidden { get; init; }

    /// <summary>Keys of the state file that are in force and that only helm 4 knows.</summary>
    public ImmutableArray<string> Helm4Options { get; init; } = [];

    public ReleaseComparison Comparison { get; init; } = new();

    public ImmutableArray<Hook> Hooks { get; init; } = [];

    /// <summary>Everything that the state file says of the release, inherited and rendered; null for a release made without one.</summary>
    public Section? Definition { get; init; }
}
