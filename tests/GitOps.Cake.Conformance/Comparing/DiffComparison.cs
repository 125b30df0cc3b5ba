using System.Collections.Immutable;
using GitOps.Cake.Conformance.Answers;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Comparisons with a cluster: per release the same resources added, removed and changed. What helmfile does not show is not compared.</summary>
internal static class DiffComparison
{
    public static IEnumerable<string> Differences(ImmutableArray<DiffedRelease> expected, ImmutableArray<DiffedRelease> given)
    {
        var rest = given.ToList();
        foreach (var release in expected)
        {
            var index = rest.FindIndex(other => other.Name == release.Name && other.Namespace == release.Namespace);
            if (index < 0)
            {
                yield return $"release {Id(release)} is missing";
                continue;
            }

            foreach (var difference in Differences(release, rest[index]))
                yield return $"release {Id(release)}: {difference}";
            rest.RemoveAt(index);
        }

        foreach (var surplus in rest.Where(release => release is { IsShown: true, Resources.IsEmpty: false }))
            yield return $"release {Id(surplus)} is too much: {string.Join(", ", surplus.Resources)}";
    }

    private static IEnumerable<string> Differences(DiffedRelease expected, DiffedRelease given)
    {
        var (before, after) = (Keys(expected), Keys(given).ToList());
        foreach (var resource in before)
        {
            var index = after.FindIndex(other => IsSame(resource, other));
            if (index < 0)
                yield return $"missing: {resource}";
            else
                after.RemoveAt(index);
        }

        foreach (var surplus in after)
            yield return $"too much: {surplus}";
    }

    private static IEnumerable<DiffedResource> Keys(DiffedRelease release) => release.Resources.Distinct()
        .Select(resource => resource with { Namespace = Space(resource.Namespace, release.Namespace) });

    // helm-diff fills in the release's namespace, also for what belongs to none, and default where there is neither.
    private static string Space(string own, string ofRelease) => own.Length > 0 ? own : ofRelease.Length > 0 ? ofRelease : "default";

    // Of an object whose owner changes, helmfile tells less.
    private static bool IsSame(DiffedResource expected, DiffedResource given) =>
        expected == given || (expected is { Change: "ownership" } && given with { ApiVersion = "" } == expected);

    private static string Id(DiffedRelease release) => release.Namespace.Length > 0 ? $"{release.Namespace}/{release.Name}" : release.Name;
}
