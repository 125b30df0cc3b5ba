using GitOps.Cake.Helmfile.Needs;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.ShowDag;

/// <summary><c>show-dag</c>: the groups of each file. A need that selectors leave out is a mistake here.</summary>
internal sealed class DagListing(Walk walk)
{
    public async Task<ReleaseDag> RunAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken)
    {
        var helmfiles = await walk.FilterAsync(new Work("show-dag", settings.Scope), cancellationToken).ConfigureAwait(false);
        return new() { Groups = [.. helmfiles.SelectMany(Groups)] };
    }

    private static IEnumerable<DagGroup> Groups(FilteredHelmfile helmfile) =>
        NeedsGraph.Build(helmfile.Releases).Groups(helmfile.Releases).Select(group => new DagGroup
        {
            File = helmfile.Helmfile.File,
            Releases = [.. group.Select(release => new DagRelease { Release = release.Id, Needs = release.Needs })],
        });
}
