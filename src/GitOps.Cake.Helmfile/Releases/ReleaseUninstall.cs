namespace GitOps.Cake.Helmfile.Releases;

/// <summary>How a release is uninstalled, by the state file.</summary>
internal sealed record ReleaseUninstall
{
    public bool Wait { get; init; }

    public TimeSpan? Timeout { get; init; }

    public string? Cascade { get; init; }
}
