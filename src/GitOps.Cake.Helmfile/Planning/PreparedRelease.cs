using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Planning.Live;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>A planned release with all that an apply of this very plan needs: nothing is resolved or rendered twice.</summary>
internal sealed record PreparedRelease
{
    public required Release Release { get; init; }

    public required PlannedRelease Planned { get; init; }

    public ReleaseRecord? Record { get; init; }

    /// <summary>The release as helm and the cluster are called for it.</summary>
    public ReleaseId Target => Release.Id with { KubeContext = Release.KubeContext };

    /// <summary>The namespace that helm uses: the release's, else the context's.</summary>
    public required string Namespace { get; init; }

    /// <summary>How it is compared.</summary>
    public ReleaseDiff Diff { get; init; } = new();

    /// <summary>The chart and its values on this machine; null where nothing is to be rendered.</summary>
    public ChartInvocation? Invocation { get; init; }

    /// <summary>What the release is to be; empty where it is to be gone or could not be rendered.</summary>
    public Manifest Wanted { get; init; } = Manifest.Empty;

    /// <summary>What goes with it where it is uninstalled; else empty.</summary>
    public Manifest Leaving { get; init; } = Manifest.Empty;

    /// <summary>What the last revision holds; null where it was not read.</summary>
    public LastRevision? Last { get; init; }

    /// <summary>Every change of an object, also where the plan does not show it.</summary>
    public ImmutableArray<ResourceChange> Changes { get; init; } = [];

    /// <summary>What is secret in its manifests.</summary>
    public KnownSecrets Secrets { get; init; } = KnownSecrets.None;

    /// <summary>What is to be done about live objects once it is upgraded.</summary>
    public ImmutableArray<LiveRepair> Repairs { get; init; } = [];

    /// <summary>Whether its next upgrade is a server-side apply, in which fields of other managers are conflicts.</summary>
    public bool AppliesServerSide { get; init; }

    /// <summary>The kinds that the chart's <c>crds/</c> folders bring, as <c>group/Kind</c>.</summary>
    public IReadOnlySet<string> DefinedKinds { get; init; } = new HashSet<string>();

    public PreparedRelease Fail(string error) => this with
    {
        Planned = Planned with
        {
            Action = ReleaseAction.Unknown,
            Reason = ChangeReason.NotCompared,
            Comparison = Comparison.Failed,
            Error = Planned.Error is null ? error : $"{Planned.Error}\n{error}",
        },
    };
}
