using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>Compares planned releases with the objects in their clusters, where that is asked for: all of a cluster are read at once.</summary>
internal sealed class LiveChecks(EnginePorts ports, ClusterView view, ManifestDigest digest, CancellationToken cancellationToken)
{
    private const int CallsAtOnce = 8;

    public async Task<ImmutableArray<PreparedRelease>> CheckAsync(ImmutableArray<PreparedRelease> releases)
    {
        var seen = new Dictionary<PreparedRelease, PreparedRelease>(ReferenceEqualityComparer.Instance);
        foreach (var group in releases.Where(release => ComparesLive(release) || TakesOver(release)).GroupBy(release => release.Release.KubeContext))
        {
            var objects = ports.Live ?? throw new GitOpsException("Live objects cannot be compared here: nothing reads them. Leave Drift and three-way comparisons off.");
            var kinds = new KindIndex(await view.CapabilitiesAsync(group.Key).ConfigureAwait(false));
            var wanted = group.SelectMany(release => Asked(release)).Select(kinds.Locate).Where(resource => kinds.Find(resource) is not null).ToHashSet();
            var read = await objects.ReadAsync(group.Key, wanted, cancellationToken).ConfigureAwait(false);
            var live = read.ToDictionary(found => found.Resource, Content);
            using var calls = new SemaphoreSlim(CallsAtOnce);
            var compared = await Task.WhenAll(group.Select(async release => (
                Release: release, Compared: await CompareAsync(release, new(objects, kinds, live, calls, cancellationToken)).ConfigureAwait(false)))).ConfigureAwait(false);
            foreach (var (release, result) in compared)
                seen[release] = result;
        }

        return seen.Count == 0 ? releases : [.. releases.Select(release => seen.GetValueOrDefault(release, release))];
    }

    /// <summary>Items of a list do not say what they are: the list did.</summary>
    private static GoMap Content(LiveObject found)
    {
        var content = Content(found.Json);
        content["apiVersion"] = found.Resource.ApiVersion;
        content["kind"] = found.Resource.Kind;
        return content;
    }

    internal static GoMap Content(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return (GoMap)ManifestValues.FromJson(document.RootElement)!;
    }

    private static bool ComparesLive(PreparedRelease release) =>
        release is { Diff.Live: not LiveComparison.None, Last: not null, Planned.IsCompared: true } && ReleaseDecision.Exists(release.Record);

    private static bool TakesOver(PreparedRelease release) =>
        release is { Diff: { TakeOwnership: true, IsValidated: true }, Planned.IsCompared: true }
        && release.Changes.Any(change => change.Change == ResourceChangeKind.Added);

    private static IEnumerable<ResourceId> Asked(PreparedRelease release) => ComparesLive(release)
        ? release.Wanted.Resources.Concat(release.Last!.Manifest.Resources).Where(resource => !resource.IsHook).Select(resource => resource.Id)
        : release.Changes.Where(change => change.Change == ResourceChangeKind.Added).Select(change => change.Resource);

    private async Task<PreparedRelease> CompareAsync(PreparedRelease release, LiveRelease live)
    {
        if (ComparesLive(release))
            release = Decide(release, await live.CompareAsync(release).ConfigureAwait(false));

        return TakesOver(release) ? OwnershipChanges.Tell(release, live) : release;
    }

    private PreparedRelease Decide(PreparedRelease release, LiveDifference live)
    {
        var isDrift = release.Diff.Live == LiveComparison.Drift;
        var keys = live.Changes.Select(change => change.Resource).ToHashSet();
        var changes = isDrift
            ? [.. live.Changes.Concat(release.Changes.Where(change => !keys.Contains(change.Resource))).OrderBy(Key, StringComparer.Ordinal)]
            : live.Changes;
        var planned = release.Planned with
        {
            Resources = release.Diff.SuppressContent ? [] : changes,
            UnchangedResources = Math.Max(0, release.Planned.UnchangedResources + release.Changes.Length - changes.Length),
            DeployedDigest = live.Changes.IsEmpty ? release.Planned.DeployedDigest : digest.Of(live.Before, release.Secrets),
        };
        if (release.Record is { Status: "deployed" })
        {
            planned = (changes.IsEmpty, release.Changes.IsEmpty) switch
            {
                (true, false) => planned with { Action = ReleaseAction.None, Reason = ChangeReason.Unchanged, Detail = null },
                (false, true) => planned with { Action = ReleaseAction.Upgrade, Reason = ChangeReason.Drifted, Detail = live.Words },
                (false, false) => planned with { Detail = live.Words ?? planned.Detail },
                _ => planned,
            };
        }

        return release with
        {
            Planned = planned,
            Changes = changes,
            Repairs = isDrift ? live.Repairs : [],

            // Who asks for a repair wants his fields back from whoever took them.
            Release = isDrift && live.HasConflicts
                ? release.Release with { Options = release.Release.Options with { ForceConflicts = true } }
                : release.Release,
        };
    }

    private static string Key(ResourceChange change) => $"{change.Resource.Namespace}, {change.Resource.Name}, {change.Resource.Kind}";
}
