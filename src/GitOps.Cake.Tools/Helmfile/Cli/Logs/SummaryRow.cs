namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>A row of a summary.</summary>
/// <param name="Table">The table that it stands in.</param>
/// <param name="Release">The release.</param>
/// <param name="Version">The version of the chart that <c>helm list</c> told afterwards; null where none is told.</param>
/// <param name="Duration">How long it took, rounded to seconds.</param>
internal sealed record SummaryRow(SummaryTable Table, ReleaseId Release, string? Version, TimeSpan Duration);
