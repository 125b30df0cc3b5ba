namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>Tells charts from other folders by the files that helmfile looks for.</summary>
internal static class ChartKinds
{
    public static ChartKind Of(string source) =>
        !Directory.Exists(source) || File.Exists(Path.Combine(source, "Chart.yaml")) ? ChartKind.Chart
        : File.Exists(Path.Combine(source, "kustomization.yaml")) ? ChartKind.Kustomization
        : ChartKind.Manifests;
}
