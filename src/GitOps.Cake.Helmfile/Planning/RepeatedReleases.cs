using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>
/// A release that several state files bring, as where two of them include the same one: the later meets what the earlier left,
/// and is compared with that instead of with the cluster.
/// </summary>
internal static class RepeatedReleases
{
    /// <summary>Plans every later occurrence of a release anew.</summary>
    /// <param name="releases">All releases in the order of their files.</param>
    /// <param name="upgradesAll">Whether what is wanted is upgraded again, whether or not it differs.</param>
    public static ImmutableArray<PreparedRelease> Compare(ImmutableArray<PreparedRelease> releases, bool upgradesAll)
    {
        var latest = new Dictionary<(string?, string, string), PreparedRelease>(releases.Length);
        var results = ImmutableArray.CreateBuilder<PreparedRelease>(releases.Length);
        foreach (var release in releases)
        {
            var place = (release.Release.KubeContext, release.Namespace, release.Release.Id.Name);
            var isRepeated = latest.TryGetValue(place, out var earlier) && IsCompared(earlier) && IsCompared(release)
                && !(upgradesAll && earlier.Release.Installed && release.Release.Installed);
            results.Add(isRepeated ? After(earlier!, release) : release);
            latest[place] = release;
        }

        return results.MoveToImmutable();
    }

    private static bool IsCompared(PreparedRelease release) => release.Planned.Comparison is Comparison.Compared or Comparison.Suppressed;

    private static PreparedRelease After(PreparedRelease earlier, PreparedRelease release)
    {
        // What is to be gone has no wanted objects.
        var difference = new ManifestComparison(release.Secrets, release.Diff.Rules).Compare(earlier.Wanted, release.Wanted);
        var (action, reason, detail) = (earlier.Release.Installed, release.Release.Installed) switch
        {
            (true, true) when difference.Changes.IsEmpty => (ReleaseAction.None, ChangeReason.Unchanged, "It is the same as in an earlier state file."),
            (true, true) => (ReleaseAction.Upgrade, ChangeReason.ManifestChanged, "An earlier state file has this release, too: this is what changes after it."),
            (true, false) => (ReleaseAction.Uninstall, ChangeReason.Unwanted, "An earlier state file wants it installed."),
            (false, true) => (ReleaseAction.Install, ChangeReason.NotInstalled, "An earlier state file wants it gone."),
            _ => (ReleaseAction.None, ChangeReason.Absent, "It is gone after an earlier state file."),
        };
        return release with
        {
            Changes = difference.Changes,
            Leaving = action == ReleaseAction.Uninstall ? earlier.Wanted : Manifest.Empty,
            Planned = release.Planned with
            {
                Action = action,
                Reason = reason,
                Detail = detail,
                Resources = release.Planned.Comparison == Comparison.Suppressed ? [] : difference.Changes,
                UnchangedResources = difference.Unchanged,
            },
        };
    }
}
