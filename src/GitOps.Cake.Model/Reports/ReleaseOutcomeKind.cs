namespace GitOps.Cake.Reports;

/// <summary>What became of a release in an apply.</summary>
public enum ReleaseOutcomeKind
{
    /// <summary>Cannot be told.</summary>
    Unknown,

    /// <summary>Left alone, because nothing differed.</summary>
    Unchanged,

    /// <summary>Installed.</summary>
    Installed,

    /// <summary>Upgraded to a new revision.</summary>
    Upgraded,

    /// <summary>Uninstalled and installed anew.</summary>
    Reinstalled,

    /// <summary>Uninstalled.</summary>
    Uninstalled,

    /// <summary>Never tried, because of another release or an interruption.</summary>
    Skipped,

    /// <summary>The install or upgrade failed.</summary>
    Failed,

    /// <summary>The uninstall failed.</summary>
    FailedToUninstall,

    /// <summary>The upgrade failed and was rolled back.</summary>
    RolledBack,

    /// <summary>The upgrade failed, and so did the rollback.</summary>
    RollbackFailed,

    /// <summary>Cut off by an interruption; the reason says in which state it was left.</summary>
    Interrupted,
}
