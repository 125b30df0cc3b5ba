using System.Collections.Concurrent;
using System.Collections.Frozen;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>What a plan knows of its clusters; everything is asked once.</summary>
internal sealed class ClusterView(ICluster cluster, IReleaseRecords records, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ClusterCapabilities>>> _capabilities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Context, string Namespace), Lazy<Task<FrozenDictionary<string, ReleaseRecord>>>> _records = new();

    public Task<ClusterCapabilities> CapabilitiesAsync(string? context) =>
        _capabilities.GetOrAdd(
            context ?? "",
            _ => new(() => Task.Run(() => cluster.ReadCapabilitiesAsync(context, cancellationToken), cancellationToken))).Value;

    /// <summary>Asks what the planning of releases is going to ask, so that the answers are there by then. A failure is told when they are wanted.</summary>
    public void Ask(IEnumerable<Release> releases)
    {
        foreach (var (context, @namespace) in releases.Select(release => (release.KubeContext, release.Id.Namespace)).Distinct())
            _ = Task.WhenAll(CapabilitiesAsync(context), RecordsAsync(context, @namespace));
    }

    /// <summary>The last revision of a release, of any status; null where there is none.</summary>
    public async Task<ReleaseRecord?> FindRecordAsync(Release release) =>
        (await RecordsAsync(release.KubeContext, release.Id.Namespace).ConfigureAwait(false)).GetValueOrDefault(release.Id.Name);

    /// <summary>The clusters that were asked, by context.</summary>
    public async Task<IReadOnlyDictionary<string, ClusterCapabilities>> AskedAsync()
    {
        var asked = new SortedDictionary<string, ClusterCapabilities>(StringComparer.Ordinal);
        foreach (var (context, capabilities) in _capabilities)
            asked[context] = await capabilities.Value.ConfigureAwait(false);

        return asked;
    }

    private Task<FrozenDictionary<string, ReleaseRecord>> RecordsAsync(string? context, string @namespace) =>
        _records.GetOrAdd(
            (context ?? "", @namespace),
            _ => new(() => Task.Run(() => ListAsync(context, @namespace), cancellationToken))).Value;

    private async Task<FrozenDictionary<string, ReleaseRecord>> ListAsync(string? context, string @namespace)
    {
        var listed = await records.ListAsync(context, @namespace, cancellationToken).ConfigureAwait(false);
        return listed.ToFrozenDictionary(record => record.Name, StringComparer.Ordinal);
    }
}
