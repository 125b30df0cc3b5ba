namespace GitOps.Cake.GitHub;

/// <summary>
/// A task that reports what the tasks before it did. Where one of those fails, Cake ends the run before this one is reached; the end of the run has it tell what
/// became of that.
/// </summary>
internal interface IReportsFailures
{
    /// <summary>Reports what is known, and what went wrong.</summary>
    /// <exception cref="GitOpsException">The report cannot be made.</exception>
    Task ReportAsync(IGitOpsContext context, RunFailure failure);
}
