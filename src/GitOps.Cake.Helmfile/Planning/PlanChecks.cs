using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>
/// Finds, before anything changes, what the server or helm would refuse in the middle of an apply: kinds that nobody
/// serves, and objects that somebody else owns.
/// </summary>
internal sealed class PlanChecks(ICluster cluster, ClusterView view, CancellationToken cancellationToken)
{
    public async Task<ImmutableArray<PreparedRelease>> CheckAsync(ImmutableArray<PreparedRelease> releases)
    {
        var checkedReleases = new Dictionary<PreparedRelease, PreparedRelease>();
        foreach (var group in releases.Where(IsChecked).GroupBy(release => release.Release.KubeContext))
        {
            var kinds = new KindIndex(await view.CapabilitiesAsync(group.Key).ConfigureAwait(false));
            ImmutableArray<PreparedRelease> changed = [.. group];
            var errors = changed.ToDictionary(release => release, _ => new List<string>());
            FindUnservedKinds(changed, releases, kinds, errors);
            FindContestedObjects(changed, kinds, errors);
            await FindForeignObjectsAsync(group.Key, changed, kinds, errors).ConfigureAwait(false);
            foreach (var (release, found) in errors.Where(entry => entry.Value.Count > 0))
                checkedReleases[release] = release.Fail(string.Join('\n', found));
        }

        return [.. releases.Select(release => checkedReleases.GetValueOrDefault(release, release))];
    }

    /// <summary>Without validation neither kinds nor owners are looked up. What an uninstall frees counts all the same.</summary>
    private static bool IsChecked(PreparedRelease release) =>
        release.Planned.IsChange && (release.Diff.IsValidated || release.Planned.Action == ReleaseAction.Uninstall);

    private static void FindUnservedKinds(
        ImmutableArray<PreparedRelease> changed,
        ImmutableArray<PreparedRelease> all,
        KindIndex kinds,
        Dictionary<PreparedRelease, List<string>> errors)
    {
        var defined = all
            .SelectMany(release => release.DefinedKinds.Concat(release.Wanted.Resources
                .Select(resource => CustomKinds.DefinedBy(resource.Content)).OfType<string>()))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var release in changed)
        {
            foreach (var unserved in release.Wanted.Resources
                .Where(resource => kinds.Find(resource.Id) is null && !defined.Contains($"{resource.Id.Group}/{resource.Id.Kind}"))
                .GroupBy(resource => (resource.Id.ApiVersion, resource.Id.Kind)))
            {
                errors[release].Add(
                    $"The cluster serves no kind {unserved.Key.Kind} in {unserved.Key.ApiVersion} (no matches for kind), which "
                    + $"{string.Join(", ", unserved.Select(resource => resource.Id))} would need. "
                    + "Install the CustomResourceDefinition first, or use a version of the chart that this cluster knows.");
            }
        }
    }

    /// <summary>Objects that two releases of one plan would create.</summary>
    private static void FindContestedObjects(
        ImmutableArray<PreparedRelease> changed, KindIndex kinds, Dictionary<PreparedRelease, List<string>> errors)
    {
        foreach (var contested in changed
            .SelectMany(release => Created(release).Select(resource => (Release: release, Resource: kinds.Locate(resource))))
            .GroupBy(entry => entry.Resource)
            .Where(group => group.Count() > 1))
        {
            var first = contested.First().Release;
            foreach (var (release, resource) in contested.Where(entry => !IsSame(entry.Release, first) && !entry.Release.Release.Options.TakeOwnership))
                errors[release].Add($"{resource} would be created by release {first.Planned.Release}, too. An object belongs to one release: rename or drop one.");
        }
    }

    /// <summary>Several state files may bring one release.</summary>
    private static bool IsSame(PreparedRelease one, PreparedRelease other) =>
        one.Release.Id.Name == other.Release.Id.Name && one.Namespace == other.Namespace;

    private async Task FindForeignObjectsAsync(
        string? context, ImmutableArray<PreparedRelease> changed, KindIndex kinds, Dictionary<PreparedRelease, List<string>> errors)
    {
        var wanted = changed.SelectMany(Created).Select(kinds.Locate).Where(resource => kinds.Find(resource) is not null).ToHashSet();
        if (wanted.Count == 0)
            return;

        var existing = (await cluster.FindAsync(context, wanted, cancellationToken).ConfigureAwait(false))
            .ToDictionary(found => found.Resource);
        var leaving = changed
            .Where(release => release.Planned.Action is ReleaseAction.Uninstall)
            .Select(release => (release.Release.Id.Name, release.Namespace))
            .ToHashSet();
        foreach (var release in changed.Where(release => !release.Release.Options.TakeOwnership))
        {
            foreach (var resource in Created(release).Select(kinds.Locate))
            {
                if (existing.TryGetValue(resource, out var found)
                    && !IsOwn(found, release)
                    && !leaving.Contains((found.ReleaseName ?? "", found.ReleaseNamespace ?? "")))
                {
                    errors[release].Add(Foreign(found, release));
                }
            }
        }
    }

    /// <summary>What an install or upgrade would create. Helm replaces hooks without asking whose they are.</summary>
    private static IEnumerable<ResourceId> Created(PreparedRelease release)
    {
        if (release.Planned.Action == ReleaseAction.Uninstall)
            return [];

        var added = release.Planned.Comparison == Comparison.Suppressed
            ? release.Wanted.Resources.Select(resource => resource.Id)
            : release.Planned.Resources.Where(change => change.Change == ResourceChangeKind.Added).Select(change => change.Resource);
        var hooks = release.Wanted.Resources.Where(resource => resource.IsHook).Select(resource => resource.Id).ToHashSet();
        return added.Where(resource => !hooks.Contains(resource));
    }

    private static bool IsOwn(ExistingObject found, PreparedRelease release) =>
        found.ReleaseName == release.Release.Id.Name && found.ReleaseNamespace == release.Namespace && found.ManagedBy == "Helm";

    private static string Foreign(ExistingObject found, PreparedRelease release)
    {
        var owner = found.ReleaseName is null
            ? "it belongs to no release"
            : $"it belongs to release {found.ReleaseNamespace}/{found.ReleaseName}";
        return $"{found.Resource} exists already and {owner}, so helm would refuse to create it for {release.Planned.Release}. "
            + "Delete it, rename yours, or let the release take it over with 'takeOwnership: true'.";
    }
}
