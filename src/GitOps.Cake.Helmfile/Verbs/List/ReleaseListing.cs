using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.List;

/// <summary><c>list</c>: the releases as the state files want them, with the versions of their lock files.</summary>
internal sealed class ReleaseListing(Walk walk)
{
    public async Task<ReleaseList> RunAsync(HelmfileListSettings settings, CancellationToken cancellationToken)
    {
        var rows = new List<ListedRelease>();
        var work = new Work("list", settings.Scope) { PreparesReleases = false, Prepares = !settings.SkipCharts };
        foreach (var helmfile in await walk.FilterAsync(work, cancellationToken).ConfigureAwait(false))
            rows.AddRange((await LockedVersions.ApplyAsync(helmfile.Helmfile.State, helmfile.Releases, cancellationToken).ConfigureAwait(false)).Select(Row));

        return new()
        {
            Releases = [.. rows.OrderBy(row => row.Namespace, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)],
        };
    }

    private static ListedRelease Row(Release release) => new()
    {
        Name = release.Id.Name,
        Namespace = release.Id.Namespace,
        Enabled = release.Enabled,
        Installed = release.Installed,
        Labels = release.Labels,
        Chart = release.Definition?.Text("chart") ?? release.Chart,
        Version = release.Version ?? "",
    };
}
