using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;

namespace GitOps.Cake.Helmfile.Cli.Outcomes;

/// <summary>Holds a log against itself: a call that ended well has summed up everything that it began.</summary>
internal sealed class ChangeCheck(HelmfileAnswer answer, HelmfileLog log, HelmfileError? error, KnownProject project, ChangeVerb verb)
{
    /// <exception cref="Tooling.UnreadableOutputException">Something that was begun is in no table, or the releases were not looked for.</exception>
    public void Require(ImmutableArray<ReleaseId> planned, CallEnd end, bool plansChange)
    {
        // Behind an error that names its state file nothing follows, but other files may have been under way.
        if (answer.IsQuiet || !(end is CallEnd.Ok or CallEnd.Changed || error is { NamesFile: false }))
            return;

        if (log.Upgrading.FirstOrDefault(release => !IsSummed(release)) is { } begun)
            throw answer.Unreadable($"it began to upgrade {begun}, which its summary lacks.");

        if (log.Deleting.FirstOrDefault(name => !log.Summary.Any(row => row.Release.Name == name)) is { } deleted)
            throw answer.Unreadable($"it began to uninstall {deleted}, which its summary lacks.");

        if (end != CallEnd.Failed)
            RequireAll(planned, end, plansChange);
    }

    private void RequireAll(ImmutableArray<ReleaseId> planned, CallEnd end, bool plansChange)
    {
        if (log.Summary.IsEmpty && (end == CallEnd.Changed || plansChange))
            throw answer.Unreadable("it has no summary, although there was something to change.");

        // An apply may have nothing to do. The others have, or else have looked for the releases.
        if (verb == ChangeVerb.Sync && project.Releases.FirstOrDefault(known => known.Installed && !IsSummed(known.Id)) is { } wanted)
            throw answer.Unreadable($"its summary lacks {wanted.Id}.");

        if (verb == ChangeVerb.Destroy && planned.FirstOrDefault(release => !IsSummed(release)) is { } there)
            throw answer.Unreadable($"its summary lacks {there}.");

        if (verb != ChangeVerb.Apply && project.Releases.FirstOrDefault(known => MustBeListed(known) && !log.Listings.Contains(known.Id.Name, StringComparer.Ordinal)) is { } unseen)
            throw answer.Unreadable($"its log does not say whether {unseen.Id} is there.");
    }

    private bool MustBeListed(KnownRelease known) => verb == ChangeVerb.Destroy || !known.Installed;

    private bool IsSummed(ReleaseId release) =>
        log.Summary.Any(row => row.Release.Name == release.Name && (row.Release.IsStatedFor(release) || release.IsStatedFor(row.Release)));
}
