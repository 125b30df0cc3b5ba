namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A chart on this machine.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Version">The version that its <c>Chart.yaml</c> names.</param>
public sealed record PulledChart(string Path, string Version);
