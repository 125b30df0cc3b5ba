namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A text that becomes a file of a chart.</summary>
/// <param name="Path">The file's path within the chart, with slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record ChartText(string Path, string Text);
