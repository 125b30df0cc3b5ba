namespace GitOps.Cake.Helmfile;

/// <summary>What happens to the other releases after one failed.</summary>
public enum FailurePolicy
{
    /// <summary>The releases of the same group end, later groups are skipped.</summary>
    Stop,

    /// <summary>Only releases that need the failed one, directly or through others, are skipped.</summary>
    SkipDependents,
}
