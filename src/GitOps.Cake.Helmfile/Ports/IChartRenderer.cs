namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Renders charts: one helm process per release.</summary>
public interface IChartRenderer
{
    /// <summary>Renders a release to the manifest that an install or upgrade would send, hooks included.</summary>
    /// <param name="request">What to render.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The YAML stream as helm prints it.</returns>
    /// <exception cref="GitOpsException">Helm refused; the message holds its words without secrets.</exception>
    Task<string> RenderAsync(RenderRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Lists what <c>Capabilities.APIVersions</c> holds without a server: helm's built-in list, which
    /// <see cref="RenderRequest.ApiVersions"/> can only add to.
    /// </summary>
    /// <param name="cancellationToken">Stops the rendering of the chart that asks.</param>
    Task<IReadOnlySet<string>> ListBuiltInApiVersionsAsync(CancellationToken cancellationToken);
}
