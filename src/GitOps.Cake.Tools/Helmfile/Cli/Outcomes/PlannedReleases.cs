using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;

namespace GitOps.Cake.Helmfile.Cli.Outcomes;

/// <summary>Finds the releases that a call was to change, or to leave alone after a comparison.</summary>
internal sealed class PlannedReleases(HelmfileLog log, DiffReading diff, HelmfileError? error, KnownProject project, ChangeVerb verb)
{
    public ImmutableArray<ReleaseId> Find()
    {
        var planned = verb switch
        {
            ChangeVerb.Apply => diff.Releases.Select(release => release.Release),
            ChangeVerb.Sync => Wanted().Concat(Unwanted()),
            _ => log.Rows.Select(row => Named(row.Release)),
        };
        var seen = log.Summary.Select(row => row.Release).Concat(log.Upgrading).Concat(error?.Release is { } blamed ? [blamed] : []);
        return [.. planned.Concat(seen.Select(Named)).Distinct()];
    }

    /// <summary>A sync upgrades whatever is wanted. A chart that was prepared belongs to a wanted release, too.</summary>
    private IEnumerable<ReleaseId> Wanted() =>
        project.Releases.Where(known => known.Installed).Select(known => known.Id)
            .Concat(log.Built.Where(name => !project.Releases.Any(known => known.Id.Name == name)).Select(Started));

    private IEnumerable<ReleaseId> Unwanted() => log.Rows
        .Where(row => !log.Upgrading.Any(release => release.IsStatedFor(row.Release)))
        .Select(row => Named(row.Release))
        .Where(release => project.Find(release) is not { Installed: true });

    private ReleaseId Started(string name) => log.Upgrading.FirstOrDefault(release => release.Name == name) ?? new(name);

    /// <summary>The release as the state file names it, which may leave its namespace to the context.</summary>
    private ReleaseId Named(ReleaseId told) =>
        diff.Find(told)?.Release
        ?? project.Find(told)?.Id
        ?? project.Releases.Select(known => known.Id).Concat(log.Upgrading).Concat(log.Summary.Select(row => row.Release)).FirstOrDefault(stated => stated.IsStatedFor(told))
        ?? told;
}
