namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>The tables in which helmfile sums up what it did.</summary>
internal enum SummaryTable
{
    Updated,
    Reinstalled,
    Deleted,
    Failed,
    FailedToDelete,
}
