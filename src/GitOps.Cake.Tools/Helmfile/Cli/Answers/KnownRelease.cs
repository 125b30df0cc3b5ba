namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>A release of the state files.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Installed">Whether it is wanted.</param>
/// <param name="Chart">The chart as the state file names it.</param>
/// <param name="Version">The version of the chart that the state file names.</param>
internal sealed record KnownRelease(ReleaseId Id, bool Installed = true, string Chart = "", string? Version = null)
{
    /// <summary>The context that the state file names for it; null where it names none, or nobody asked.</summary>
    public string? KubeContext { get; init; }
}
