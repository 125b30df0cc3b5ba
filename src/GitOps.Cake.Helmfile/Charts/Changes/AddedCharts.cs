using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Sources;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Definitions;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>Reads the charts that a release adds to its own.</summary>
/// <param name="state">The state file.</param>
/// <param name="repositories">The repositories that it declares.</param>
internal sealed class AddedCharts(HelmfileState state, ImmutableArray<ChartRepository> repositories)
{
    private readonly ChartReader _charts = new(state.Folder, state.Root, repositories);

    /// <exception cref="StateFileException">An added chart cannot be fetched.</exception>
    public async Task<ImmutableArray<ChartDependency>> ReadAsync(Section release, StateProblems problems, CancellationToken cancellationToken)
    {
        var added = ImmutableArray.CreateBuilder<ChartDependency>();
        foreach (var entry in release.Sections("dependencies"))
        {
            var (chart, position) = (entry.Text("chart") ?? "", entry.PositionOf("chart"));
            if (RemoteCharts.Is(chart))
                chart = await state.Context.Sources.FetchExistingAsync(chart, RemoteSources.Charts, position, cancellationToken).ConfigureAwait(false);
            if (Place(chart, position, problems) is var (name, repository))
                added.Add(new(name, repository) { Version = entry.NonEmpty("version"), Alias = entry.NonEmpty("alias") });
        }

        return added.ToImmutable();
    }

    private (string Name, string Repository)? Place(string chart, SourcePosition position, StateProblems problems)
    {
        if (_charts.LocalFolder(chart) is { } folder && Directory.Exists(folder))
            return (Path.GetFileName(folder.TrimEnd('/')), $"file://{folder.TrimEnd('/')}");
        if (chart.StartsWith("oci://", StringComparison.Ordinal))
            return LastSegment(chart);

        var segments = chart.Split('/');
        var repository = repositories.FirstOrDefault(repository => repository.Name == segments[0]);
        if (segments.Length >= 2 && repository is not null)
        {
            return repository.Oci
                ? LastSegment($"oci://{repository.Url.Replace("oci://", "", StringComparison.Ordinal).TrimEnd('/')}/{string.Join('/', segments[1..])}")
                : (segments[1], repository.Url);
        }

        problems.Add(position, $"the added chart \"{chart}\" is neither a folder nor in a declared repository; declare its repository, use oci://, or correct the path, which starts at the folder of the state file.");
        return null;
    }

    private static (string Name, string Repository) LastSegment(string address) =>
        (address[(address.LastIndexOf('/') + 1)..], address[..address.LastIndexOf('/')]);
}
