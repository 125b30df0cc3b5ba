using System.Collections.Immutable;
using System.Globalization;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>
/// Finds releases that are uninstalled while another one of the same cluster installs nearly the same objects. Both stay what they are;
/// each says where the other is, and what that means for the objects.
/// </summary>
internal static class ReleaseRenames
{
    private const int MostCandidates = 64;

    public static ImmutableArray<PreparedRelease> Tell(ImmutableArray<PreparedRelease> releases)
    {
        var gone = Candidates(releases, ReleaseAction.Uninstall);
        var come = Candidates(releases, ReleaseAction.Install);
        var pairs = (
            from old in gone
            from current in come
            where old.Release.Release.KubeContext == current.Release.Release.KubeContext
            let shared = old.Shared(current)
            where shared > 0
            orderby (double)shared / Math.Max(old.Count, current.Count) descending
            select (old, current, shared)).ToList();
        var told = new Dictionary<PreparedRelease, PreparedRelease>(ReferenceEqualityComparer.Instance);
        foreach (var (old, current, shared) in pairs)
        {
            if (told.ContainsKey(old.Release) || told.ContainsKey(current.Release))
                continue;

            var (from, to) = (old.Release.Planned.Release, current.Release.Planned.Release);
            told[old.Release] = Say(
                old.Release with { Planned = old.Release.Planned with { RenamedTo = to } },
                $"Renamed to {to}, which installs {shared} of these {old.Count} objects, or nearly the same.");
            told[current.Release] = Say(
                current.Release with { Planned = current.Release.Planned with { RenamedFrom = from } },
                $"Renamed from {from}, which is uninstalled: it has {shared} of these {current.Count} objects, or nearly the same.");
        }

        return told.Count == 0 ? releases : [.. releases.Select(release => told.GetValueOrDefault(release, release))];
    }

    /// <summary>Only what was compared has objects to look at.</summary>
    private static List<ReleaseFacts> Candidates(ImmutableArray<PreparedRelease> releases, ReleaseAction action)
    {
        var candidates = releases.Where(release => release.Planned.Action == action).Take(MostCandidates + 1).ToList();
        return candidates.Count > MostCandidates
            ? []
            : [.. candidates.Select(release => new ReleaseFacts(release, action == ReleaseAction.Install ? release.Wanted : release.Leaving))];
    }

    private static PreparedRelease Say(PreparedRelease release, FormattableString what)
    {
        var words = $"{what.ToString(CultureInfo.InvariantCulture)} Helm carries nothing over: the old objects are deleted and new ones made.";
        return release with
        {
            Planned = release.Planned with { Detail = release.Planned.Detail is { Length: > 0 } detail ? $"{detail}\n{words}" : words },
        };
    }
}
