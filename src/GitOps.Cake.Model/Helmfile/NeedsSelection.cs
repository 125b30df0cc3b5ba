namespace GitOps.Cake.Helmfile;

/// <summary>What is done about releases that the chosen ones need.</summary>
public sealed record NeedsSelection
{
    /// <summary>What is done about needs that are not chosen themselves.</summary>
    /// <value>By default <see cref="NeedsMode.Ignore"/>.</value>
    public NeedsMode Mode { get; init; }

    /// <summary>Whether a need that is not to be installed is an error.</summary>
    /// <value>By default false: it is a warning.</value>
    public bool EnforceInstalled { get; init; }
}
