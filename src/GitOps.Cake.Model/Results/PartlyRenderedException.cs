namespace GitOps.Cake.Results;

/// <summary>Releases could not be rendered. What comes before the first of them is known, and shown as helmfile shows it.</summary>
public sealed class PartlyRenderedException : GitOpsException
{
    /// <summary>A rendering that failed.</summary>
    /// <param name="rendered">What comes before the first failure.</param>
    /// <param name="failure">Everything that failed.</param>
    public PartlyRenderedException(RenderedReleases rendered, GitOpsException failure)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).Message, failure)
    {
        Rendered = rendered;
        IsRefusal = failure.IsRefusal;
    }

    /// <summary>What comes before the first failure, in order.</summary>
    public RenderedReleases Rendered { get; }
}
