namespace GitOps.Cake.Helmfile.Ports;

/// <summary>One <c>helm upgrade --install</c>.</summary>
public sealed record UpgradeRequest
{
    /// <summary>The chart and its values.</summary>
    public required ChartInvocation Chart { get; init; }

    /// <summary>How the upgrade is done.</summary>
    public required UpgradeOptions Options { get; init; }
}
