namespace GitOps.Cake.Plans;

/// <summary>Whether a release was compared with the cluster, and whether its content may be shown.</summary>
public enum Comparison
{
    /// <summary>Compared; every change is in the plan.</summary>
    Compared,

    /// <summary>Compared, but the state file asks not to show the content.</summary>
    Suppressed,

    /// <summary>Not compared, by choice.</summary>
    Skipped,

    /// <summary>Could not be compared.</summary>
    Failed,
}
