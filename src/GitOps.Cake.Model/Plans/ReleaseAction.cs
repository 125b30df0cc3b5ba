namespace GitOps.Cake.Plans;

/// <summary>What an apply does to a release.</summary>
public enum ReleaseAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Installs a release that is not there.</summary>
    Install,

    /// <summary>Upgrades a release to a new revision.</summary>
    Upgrade,

    /// <summary>Uninstalls a release.</summary>
    Uninstall,

    /// <summary>Uninstalls and installs anew.</summary>
    Reinstall,

    /// <summary>
    /// Nothing by default: values or chart version differ from the release record, but no object does.
    /// </summary>
    RecordOnly,

    /// <summary>Cannot be told, because the comparison failed or was skipped.</summary>
    Unknown,
}
