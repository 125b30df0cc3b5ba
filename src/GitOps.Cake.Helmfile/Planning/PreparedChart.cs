using GitOps.Cake.Helmfile.Charts;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>A chart on this machine, and what was read of it.</summary>
internal sealed record PreparedChart(string Path, ChartFacts Facts);
