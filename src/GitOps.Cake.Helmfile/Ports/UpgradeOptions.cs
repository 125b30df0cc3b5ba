using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>How helm deploys a release, after the state file's defaults and the release's own keys were put together.</summary>
public sealed record UpgradeOptions
{
    /// <summary>Whether a missing namespace is created.</summary>
    /// <value>True by default, as in helmfile.</value>
    public bool CreateNamespace { get; init; } = true;

    /// <summary>How long helm waits for single operations; helm's five minutes by default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether helm waits until the resources are ready.</summary>
    public bool Wait { get; init; }

    /// <summary>Whether waiting includes jobs.</summary>
    public bool WaitForJobs { get; init; }

    /// <summary>Whether helm 4 waits the way helm 3 does; helm 3 always does.</summary>
    public bool LegacyWait { get; init; }

    /// <summary>Whether helm verifies the chart, a packed one of this machine; others are verified when they are pulled.</summary>
    public bool Verify { get; init; }

    /// <summary>The keyring that it is verified with; helm's own where null.</summary>
    public string? Keyring { get; init; }

    /// <summary>Whether the chart's notes are not printed.</summary>
    public bool HideNotes { get; init; }

    /// <summary>Whether a failed install or upgrade is undone: <c>--atomic</c> with helm 3, <c>--rollback-on-failure</c> with helm 4.</summary>
    public bool RollbackOnFailure { get; init; }

    /// <summary>Whether objects that a failed upgrade created are deleted.</summary>
    public bool CleanupOnFail { get; init; }

    /// <summary>Whether objects are replaced: <c>--force</c> with helm 3, <c>--force-replace</c> with helm 4.</summary>
    public bool Force { get; init; }

    /// <summary>Whether pods are started anew, changed or not (helm 3; helm 4 has dropped it).</summary>
    public bool RecreatePods { get; init; }

    /// <summary>Whether conflicts of server-side apply are won by force (helm 4).</summary>
    public bool ForceConflicts { get; init; }

    /// <summary>Server-side apply: <c>true</c>, <c>false</c> or <c>auto</c> (helm 4); helm's own default where null.</summary>
    public string? ServerSide { get; init; }

    /// <summary>Whether objects of other owners are taken over.</summary>
    public bool TakeOwnership { get; init; }

    /// <summary>Whether CRDs of the chart are not installed.</summary>
    public bool SkipCrds { get; init; }

    /// <summary>Whether the values of the last revision are kept below the new ones.</summary>
    public bool ReuseValues { get; init; }

    /// <summary>Whether objects are not checked against the cluster's OpenAPI schema.</summary>
    public bool DisableOpenApiValidation { get; init; }

    /// <summary>How many revisions are kept.</summary>
    /// <value>10 by default, as in helmfile.</value>
    public int HistoryMax { get; init; } = 10;

    /// <summary>The description of the revision.</summary>
    public string? Description { get; init; }

    /// <summary>Labels of the release record.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Words that the state file adds to the upgrade alone.</summary>
    public ImmutableArray<string> SyncArguments { get; init; } = [];
}
