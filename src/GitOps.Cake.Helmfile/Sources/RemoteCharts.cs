using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Sources;

/// <summary>Fetches charts that are named by an address of a git repository or web server.</summary>
internal static class RemoteCharts
{
    /// <summary>Whether a chart is named by such an address; those of OCI registries are pulled by helm.</summary>
    public static bool Is(string chart) => SourceAddress.IsRemote(chart) && !chart.StartsWith("oci://", StringComparison.Ordinal);

    /// <summary>The release with its chart on this machine, where it is fetched.</summary>
    /// <exception cref="StateFileException">The chart cannot be fetched.</exception>
    public static async Task<Release> FetchAsync(Release release, HelmfileState state, CancellationToken cancellationToken)
    {
        var position = release.Definition?.PositionOf("chart") ?? release.Position;
        if (!Is(release.Chart))
        {
            return release.Definition?.IsTrue("forceGoGetter") != true ? release : throw new StateFileException(
                position, $"release \"{release.Id}\" has forceGoGetter, but its chart {release.Chart} is no address that can be fetched: write git::https://host/repository.git@path?ref=v1, or take forceGoGetter out.");
        }

        try
        {
            var path = await state.Context.Sources.FetchExistingAsync(release.Chart, RemoteSources.Charts, position, cancellationToken).ConfigureAwait(false);
            return release with { ChartFolder = path, ChartReference = null };
        }
        catch (StateFileException exception)
        {
            throw new StateFileException([.. exception.Problems.Select(problem => problem with { Message = $"release \"{release.Id}\": {problem.Message}" })], exception);
        }
    }
}
