using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Says in which state a failed or interrupted change left its release.</summary>
internal static class FailureState
{
    public static ReleaseOutcomeKind Classify(PreparedRelease release, ReleaseRecord? left)
    {
        if (release.Planned.Action == ReleaseAction.Uninstall)
            return ReleaseOutcomeKind.FailedToUninstall;

        // Helm may have refused before it did anything: then no revision is new, and nothing was rolled back.
        var tried = left is null ? !ReleaseDecision.Exists(release.Record) : left.Revision > (release.Record?.Revision ?? 0);
        if (!release.Release.Options.RollbackOnFailure || !tried)
            return ReleaseOutcomeKind.Failed;

        return left is null or { Status: "deployed" } ? ReleaseOutcomeKind.RolledBack
            : left.Revision > (release.Record?.Revision ?? 0) + 1 ? ReleaseOutcomeKind.RollbackFailed
            : ReleaseOutcomeKind.Failed;
    }

    public static string Describe(PreparedRelease release, ReleaseRecord? left) => left switch
    {
        null => "No revision of it is in the cluster.",
        _ when left.Status.StartsWith("pending-", StringComparison.Ordinal) => ReleaseDecision.WayOutOfPending(left),
        _ when left.Revision == release.Record?.Revision => $"Its last revision is still {left.Revision}, {left.Status}.",
        { Status: "deployed" } => $"Its last revision is {left.Revision}, {left.Status}.",
        _ => $"Its last revision is {left.Revision}, {left.Status}; the next apply tries it again.",
    };
}
