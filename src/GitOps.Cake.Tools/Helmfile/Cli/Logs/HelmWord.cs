namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>What helm itself printed about a release.</summary>
/// <param name="Name">The release.</param>
/// <param name="Verb">What helm said that it does or did.</param>
internal sealed record HelmWord(string Name, HelmVerb Verb)
{
    /// <summary>The namespace; null where helm got no further than its first line.</summary>
    public string? Namespace { get; init; }

    /// <summary>The status of the revision; null where helm got no further than its first line.</summary>
    public string? Status { get; init; }

    public int? Revision { get; init; }

    public bool Is(ReleaseId release) => Name == release.Name && (Namespace is null || release.Namespace.Length == 0 || Namespace == release.Namespace);
}
