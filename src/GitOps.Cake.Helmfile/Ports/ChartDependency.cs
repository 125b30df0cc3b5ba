namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A chart that a release adds to its own, in the words of <c>Chart.yaml</c>.</summary>
/// <param name="Name">The chart's name.</param>
/// <param name="Repository">Where it comes from: the address of a repository, <c>oci://</c> or <c>file://</c> and an absolute path.</param>
public sealed record ChartDependency(string Name, string Repository)
{
    /// <summary>A version or a range; the newest where null.</summary>
    public string? Version { get; init; }

    /// <summary>Its name within the chart.</summary>
    public string? Alias { get; init; }

    /// <summary>The value that switches it on and off.</summary>
    public string Condition => $"{(string.IsNullOrEmpty(Alias) ? Name : Alias)}.enabled";
}
