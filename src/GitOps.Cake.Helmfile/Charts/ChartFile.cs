namespace GitOps.Cake.Helmfile.Charts;

/// <summary>A text file of a chart.</summary>
/// <param name="Path">Its path within the chart, with slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed record ChartFile(string Path, string Text);
