using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Options;

/// <summary>How a run applies: what code says, and what it leaves to the command line. A dry run and where plans are, are the run's affair whatever the code says of the rest.</summary>
internal static class ApplyChoices
{
    /// <exception cref="InvalidSettingsException">An option's value cannot be read.</exception>
    public static HelmfileApplySettings Of(GitOpsSession session, HelmfileApplySettings code) => code with
    {
        DryRun = code.DryRun || session.Options.Flag(LibraryOptions.ServerDryRun),
        PlanFile = code.PlanFile ?? session.ScopedPath(LibraryOptions.Plan),
        ApprovedPlan = code.ApprovedPlan ?? session.ScopedPath(LibraryOptions.Approved),
        AcceptDigest = code.AcceptDigest ?? session.Options.Value(LibraryOptions.Accept),
        Lock = LockChoices.Of(session.Options, code.Lock),
    };
}
