namespace GitOps.Cake.Plans;

/// <summary>Why an apply does something to a release, or nothing.</summary>
public enum ChangeReason
{
    /// <summary>Nothing differs.</summary>
    Unchanged,

    /// <summary>No revision exists, or the last one was uninstalled with its history kept.</summary>
    NotInstalled,

    /// <summary>Some resource differs from the last revision's manifest.</summary>
    ManifestChanged,

    /// <summary>Values, chart version or labels differ from the release record, but no resource does.</summary>
    RecordChanged,

    /// <summary>The last revision failed and is tried again.</summary>
    LastRevisionFailed,

    /// <summary>The last revision is pending: an operation was cut off or is under way.</summary>
    LastRevisionPending,

    /// <summary>The release is in the cluster and the state file wants it gone.</summary>
    Unwanted,

    /// <summary>The state file wants the release gone, and it is.</summary>
    Absent,

    /// <summary>Live objects differ from what was deployed.</summary>
    Drifted,

    /// <summary>The comparison failed.</summary>
    NotCompared,

    /// <summary>Nothing differs, and the release is upgraded all the same: a sync upgrades everything.</summary>
    Synced,
}
