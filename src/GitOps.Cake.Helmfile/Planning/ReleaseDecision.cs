using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What is to be done with a release, and why: decided from its last revision and what is wanted.</summary>
/// <param name="Action">What an apply does.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The reason in words where there is more to say.</param>
internal sealed record ReleaseDecision(ReleaseAction Action, ChangeReason Reason, string? Detail = null)
{
    private const string Uninstalled = "uninstalled";

    /// <summary>Whether helm would upgrade, and not install: some revision exists that was not uninstalled.</summary>
    public static bool Exists(ReleaseRecord? record) => record is not null and not { Status: Uninstalled };

    public static ReleaseDecision ForUnwanted(ReleaseRecord? record) =>
        Exists(record) ? new(ReleaseAction.Uninstall, ChangeReason.Unwanted) : new(ReleaseAction.None, ChangeReason.Absent);

    /// <summary>Decides on a release that is wanted.</summary>
    /// <param name="record">Its last revision.</param>
    /// <param name="differs">Whether some object differs.</param>
    /// <param name="recordDifference">What differs in the release record alone.</param>
    public static ReleaseDecision ForWanted(ReleaseRecord? record, bool differs, string? recordDifference) => record switch
    {
        null => new(ReleaseAction.Install, ChangeReason.NotInstalled),
        { Status: Uninstalled } => new(
            ReleaseAction.Install,
            ChangeReason.NotInstalled,
            $"Revision {record.Revision} was uninstalled and its history kept."),
        { Status: "deployed" } when differs => new(ReleaseAction.Upgrade, ChangeReason.ManifestChanged),
        { Status: "deployed" } => recordDifference is null
            ? new(ReleaseAction.None, ChangeReason.Unchanged)
            : new(ReleaseAction.RecordOnly, ChangeReason.RecordChanged, recordDifference),
        _ when record.Status.StartsWith("pending-", StringComparison.Ordinal) => new(
            ReleaseAction.Upgrade, ChangeReason.LastRevisionPending, WayOutOfPending(record)),
        _ => new(
            ReleaseAction.Upgrade,
            ChangeReason.LastRevisionFailed,
            $"Revision {record.Revision} is {record.Status}; the release is tried again."),
    };

    /// <summary>What to do about a revision that another helm left, or still works on.</summary>
    public static string WayOutOfPending(ReleaseRecord record)
    {
        var release = $"{record.Name} -n {record.Namespace}";
        var wayOut = record.IsDeployed
            ? $"'helm rollback {release}'"
            : $"'helm uninstall {release}' (no revision was ever deployed)";
        return $"Revision {record.Revision} is {record.Status}: another helm works on it, or was killed while it did. "
            + $"If none is running, free the release with {wayOut}, then run again.";
    }
}
