using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>
/// Compares one release with its live objects. What seems to differ is put before the server, as a dry run of an apply: only it knows
/// which values come to the same, such as <c>1000m</c> and <c>1</c>.
/// </summary>
internal sealed class LiveRelease(
    ILiveObjects objects, KindIndex kinds, IReadOnlyDictionary<ResourceId, GoMap> live, SemaphoreSlim calls, CancellationToken cancellationToken)
{
    public GoMap? Find(ResourceId resource) => live.GetValueOrDefault(kinds.Locate(resource));

    public async Task<LiveDifference> CompareAsync(PreparedRelease release)
    {
        var deployed = release.Last!.Manifest.Resources.Where(resource => !resource.IsHook).ToDictionary(resource => resource.Key);
        var wanted = release.Wanted.Resources.Where(resource => !resource.IsHook).ToDictionary(resource => resource.Key);
        var sides = await Task.WhenAll(wanted.Values.Select(resource =>
            SidesAsync(release, resource, deployed.GetValueOrDefault(resource.Key)))).ConfigureAwait(false);
        var before = new Manifest(
            [.. sides.Select(side => side.Before).OfType<Resource>(), .. deployed.Where(entry => !wanted.ContainsKey(entry.Key)).Select(entry => entry.Value)], []);
        var after = new Manifest([.. sides.Select(side => side.After)], []);
        var changes = new ManifestComparison(release.Secrets, release.Diff.Rules).Compare(before, after).Changes;
        var changed = changes.Select(change => change.Resource).ToHashSet();
        var told = sides.Where(side => changed.Contains(side.After.Id)).ToList();
        return new(changes, before)
        {
            Repairs = [.. told.Select(side => side.Repair).OfType<LiveRepair>()],
            HasConflicts = told.Exists(side => side.Conflict is not null),
            Words = Words(told),
        };
    }

    private static string? Words(List<Side> sides)
    {
        string[] hands = [.. sides.SelectMany(side => side.Hands).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] words =
        [
            .. hands.Length > 0 ? [$"Changed in the cluster with {string.Join(", ", hands)}."] : Array.Empty<string>(),
            .. sides.Where(side => side.Conflict is not null).Select(side => $"{side.After.Id}: helm would meet a conflict, so the fields are taken back by force: {side.Conflict}"),
        ];
        return words.Length > 0 ? string.Join('\n', words) : null;
    }

    private async Task<Side> SidesAsync(PreparedRelease release, Resource wanted, Resource? deployed)
    {
        // A kind that the cluster does not serve yet has no live objects, and needs none.
        if (kinds.Find(wanted.Id) is null)
            return new(deployed, wanted);
        if (Find(wanted.Id) is not { } current)
            return new(null, wanted);

        var (said, was) = (Folded(wanted), deployed is null ? null : Folded(deployed));
        var hands = release.Diff.Live == LiveComparison.Drift ? HandEdits.Of(current) : null;
        var old = GovernedFields.Of(current, said, was, hands?.Fields);
        var target = WantedFields.Of(said, current);
        if (FieldComparison.Compare(old, target, secret: false).IsEmpty)
            return new(wanted, wanted);

        var (result, conflict) = await AskAsync(release, wanted.Id, said).ConfigureAwait(false);
        if (result is not null)
            target = GovernedFields.Of(result, said, null, null);

        return new(wanted.With(old), wanted.With(target))
        {
            Conflict = conflict,
            Hands = hands?.Managers ?? [],
            Repair = hands is null ? null : Repair(wanted.Id, old, GovernedFields.Of(current, said, was, null)),
        };
    }

    /// <summary>What the server would make of the object; null where it would not take it, which the apply will tell.</summary>
    private async Task<(GoMap? Result, string? Conflict)> AskAsync(PreparedRelease release, ResourceId resource, GoMap wanted)
    {
        var manifest = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(manifest))
        {
            ManifestValues.Write(json, wanted);
        }

        await calls.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (context, id) = (release.Release.KubeContext, kinds.Locate(resource));
            var answer = await objects.TryAsync(context, id, manifest.WrittenMemory, force: !release.AppliesServerSide, cancellationToken).ConfigureAwait(false);
            var conflict = answer.IsConflict ? answer.Refusal : null;
            if (answer.IsConflict)
                answer = await objects.TryAsync(context, id, manifest.WrittenMemory, force: true, cancellationToken).ConfigureAwait(false);

            return (answer.Refusal is null ? LiveChecks.Content(answer.Json) : null, conflict);
        }
        finally
        {
            calls.Release();
        }
    }

    private LiveRepair? Repair(ResourceId resource, GoMap with, GoMap without)
    {
        if (Surplus(with, without) is not { Count: > 0 } surplus)
            return null;

        var patch = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(patch))
        {
            ManifestValues.Write(json, surplus);
        }

        return new(kinds.Locate(resource), patch.WrittenMemory);
    }

    /// <summary>A merge patch away from the fields that only one of two maps has. Items of lists have no place in such a patch.</summary>
    private static GoMap Surplus(GoMap with, GoMap without)
    {
        var surplus = new GoMap();
        foreach (var (key, value) in with)
        {
            if (!without.TryGetValue(key, out var other))
                surplus[key] = null;
            else if (value is GoMap map && other is GoMap rest && Surplus(map, rest) is { Count: > 0 } inner)
                surplus[key] = inner;
        }

        return surplus;
    }

    private static GoMap Folded(Resource resource) => resource.IsSecret ? SecretContent.Fold(resource.Content) : resource.Content;

    private sealed record Side(Resource? Before, Resource After)
    {
        public LiveRepair? Repair { get; init; }

        public string? Conflict { get; init; }

        public IReadOnlyCollection<string> Hands { get; init; } = [];
    }
}
