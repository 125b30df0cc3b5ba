using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>
/// Reads a comparison. What no form of the output shows is in the log: uninstalls, releases whose comparison is not shown or was
/// left out. That a comparison failed is in the error alone: in the output, such a release looks unchanged.
/// </summary>
internal sealed class DiffReader(HelmfileAnswer answer, HelmfileLog log, HelmfileError? error, KnownProject project)
{
    /// <exception cref="Tooling.UnreadableOutputException">The output is none of helm-diff's, or was cut off.</exception>
    public DiffReading Read()
    {
        ImmutableArray<ComparedRelease> shown = [.. DiffSection.Split(answer).Select(section => SectionReader.Read(section, answer))];
        ImmutableArray<ComparedRelease> told = [.. shown, .. log.Suppressed.Select(Suppressed)];
        ImmutableArray<ComparedRelease> all = [.. told, .. Skipped(told), .. Uninstalled(told)];
        return new(error is null ? all : WithFailure(all));
    }

    private ComparedRelease Suppressed(ReleaseId release)
    {
        var changes = log.Affected.Any(affected => affected.Name == release.Name) || log.Upgrading.Contains(release);
        return new() { Release = release, State = changes ? ComparedState.Suppressed : ComparedState.Unchanged, NamesResources = false };
    }

    /// <summary>New releases that were not compared by choice: helmfile asks helm for them, and helm knows none.</summary>
    private IEnumerable<ComparedRelease> Skipped(ImmutableArray<ComparedRelease> told)
    {
        var affected = log.Affected
            .Where(affected => !affected.IsDeleted && log.Listings.Contains(affected.Name, StringComparer.Ordinal) && !told.Any(compared => compared.Release.Name == affected.Name))
            .Select(affected => project.Find(affected.Name) ?? new ReleaseId(affected.Name));
        return affected.Concat(log.ListedBeforeUpgrade)
            .Distinct()
            .Where(release => !told.Any(compared => compared.Release.IsStatedFor(release)))
            .Select(release => new ComparedRelease { Release = release, State = ComparedState.Skipped, NamesResources = false });
    }

    /// <summary>Releases that are not wanted: helmfile asks helm for them, and helm knows them.</summary>
    private IEnumerable<ComparedRelease> Uninstalled(ImmutableArray<ComparedRelease> told) => log.Rows
        .Where(row => !told.Any(compared => compared.Release.IsStatedFor(row.Release)) && !log.Upgrading.Any(release => release.IsStatedFor(row.Release)))
        .Select(row => Named(row.Release))
        .Distinct()
        .Select(release => new ComparedRelease { Release = release, State = ComparedState.Uninstalled, NamesResources = false });

    /// <summary>The release as the state file names it, which may leave its namespace to the context.</summary>
    private ReleaseId Named(ReleaseId listed) =>
        project.Find(listed) is null && project.Releases.FirstOrDefault(known => known.Id.IsStatedFor(listed)) is { } known ? known.Id : listed;

    private ImmutableArray<ComparedRelease> WithFailure(ImmutableArray<ComparedRelease> releases)
    {
        var blamed = error!.Release;
        if (error.IsOfComparison)
            releases = [.. releases.Select((release, index) => index > LastProved(releases) ? Unproved(release) : release)];
        else if (blamed is null || releases.Any(release => release.Release.IsStatedFor(blamed)) || WasStarted(blamed))
            return releases;

        if (blamed is null)
            return releases;

        var index = releases.ToList().FindIndex(release => release.Release.IsStatedFor(blamed));
        return index < 0
            ? releases.Add(new() { Release = blamed, State = ComparedState.Failed, NamesResources = false })
            : releases.SetItem(index, releases[index] with { State = ComparedState.Failed });
    }

    /// <summary>State files are worked on one after another: what stands in front of a release that was changed was compared.</summary>
    private int LastProved(ImmutableArray<ComparedRelease> releases) =>
        releases.ToList().FindLastIndex(release => log.Upgrading.Any(started => release.Release.IsStatedFor(started)));

    private static ComparedRelease Unproved(ComparedRelease release) =>
        release.State == ComparedState.Unchanged ? release with { State = ComparedState.NotCompared } : release;

    private bool WasStarted(ReleaseId release) =>
        log.Upgrading.Any(started => release.IsStatedFor(started))
        || log.Deleting.Contains(release.Name, StringComparer.Ordinal)
        || project.Find(release) is { Installed: false };
}
