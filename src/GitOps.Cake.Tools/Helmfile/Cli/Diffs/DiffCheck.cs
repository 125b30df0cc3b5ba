using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>Holds what was read of a comparison against everything else that tells of it: a text that was cut off must not become a plan.</summary>
internal sealed class DiffCheck(HelmfileAnswer answer, HelmfileLog log, HelmfileError? error, KnownProject project)
{
    private const string DetailedExitCode = "--detailed-exitcode";

    /// <exception cref="Tooling.UnreadableOutputException">Something is missing.</exception>
    public void Require(DiffReading reading, CallEnd end, bool isApply)
    {
        if (end is CallEnd.Ok or CallEnd.Changed)
        {
            RequireWanted(reading);
            if (!answer.IsQuiet)
                RequireUnwanted();

            if (!isApply && answer.Has(DetailedExitCode))
                RequireAgreement(reading, end);
        }
        else if (error is not null && (error.IsOfComparison || !log.Upgrading.IsEmpty || !log.Deleting.IsEmpty))
        {
            RequireBuilt(reading);
        }

        if (log.Upgrading.FirstOrDefault(release => reading.Find(release) is { State: ComparedState.Unchanged }) is { } upgraded)
            throw answer.Unreadable($"it upgrades {upgraded}, whose comparison it does not show.");
    }

    private void RequireWanted(DiffReading reading)
    {
        if (project.Releases.FirstOrDefault(known => known.Installed && reading.Find(known.Id) is null) is { } missing)
            throw answer.Unreadable($"it says nothing of the release {missing.Id}.");
    }

    private void RequireUnwanted()
    {
        if (project.Releases.FirstOrDefault(known => !known.Installed && !log.Listings.Contains(known.Id.Name, StringComparer.Ordinal)) is { } missing)
            throw answer.Unreadable($"its log does not say whether {missing.Id}, which is not wanted, is there.");
    }

    /// <summary>The exit code, the list of affected releases and the comparisons tell the same.</summary>
    private void RequireAgreement(DiffReading reading, CallEnd end)
    {
        if (end == CallEnd.Ok ? reading.HasChanges : !reading.HasChanges)
            throw answer.Unreadable($"it ended with exit code {answer.ExitCode}, but its text says otherwise.");

        if (answer.IsQuiet)
            return;

        if (end == CallEnd.Ok ? !log.NothingAffected : !log.FoundChange)
            throw answer.Unreadable("its log lacks its last line.");

        var affected = log.Affected.Select(release => release.Name).Order(StringComparer.Ordinal);
        var changed = reading.Releases.Where(release => release.IsChange).Select(release => release.Release.Name).Order(StringComparer.Ordinal);
        if (!affected.SequenceEqual(changed, StringComparer.Ordinal))
            throw answer.Unreadable("the releases whose comparison it shows are not those that it calls affected.");
    }

    /// <summary>Every chart that was prepared belongs to a release whose comparison is shown, all of them at once.</summary>
    private void RequireBuilt(DiffReading reading)
    {
        if (log.Built.FirstOrDefault(name => !reading.Releases.Any(release => release.Release.Name == name)) is { } missing)
            throw answer.Unreadable($"it says nothing of the release {missing}, whose chart it prepared.");
    }
}
