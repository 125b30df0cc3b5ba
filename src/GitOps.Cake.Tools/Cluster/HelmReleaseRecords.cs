using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Cluster;

/// <summary>
/// Reads helm's release records from the Secrets or ConfigMaps that helm keeps them in. Superseded revisions are left out by the
/// server: they are most of the bytes.
/// </summary>
internal sealed class HelmReleaseRecords(ClusterConnections connections, HelmStorage storage) : IReleaseRecords
{
    /// <summary>A record can have a megabyte; a page is held in memory as a whole.</summary>
    private const int PageSize = 50;

    public async Task<ImmutableArray<ReleaseRecord>> ListAsync(
        string? kubeContext, string @namespace, CancellationToken cancellationToken)
    {
        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var space = @namespace.Length > 0 ? @namespace : connection.Target.Namespace;
        var page = new ReleaseRecordPage(space, storage.Layers);
        string? next = null;
        do
        {
            using var answer = await connection.GetAsync(Request(space, next), cancellationToken).ConfigureAwait(false);
            next = page.Add(answer.Body);
        }
        while (next is not null);

        return [.. page.Records];
    }

    private ApiRequest Request(string space, string? next)
    {
        var path = ApiRequest.PathOf("v1", storage.Resource, space);
        var from = next is null ? "" : $"&continue={Uri.EscapeDataString(next)}";
        return new("list", $"{path}?labelSelector=owner%3Dhelm%2Cstatus%21%3Dsuperseded&limit={PageSize}{from}")
        {
            Group = "",
            Resource = storage.Resource,
            Namespace = space,
        };
    }
}
