using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Cluster;

/// <summary>Reads objects as they are, asks what an apply would make of them, and patches them.</summary>
internal sealed class LiveObjects(ClusterConnections connections, ICluster cluster) : ILiveObjects
{
    private const int AtOnce = 6;

    /// <summary>API servers answer with a 500 to an object that does not fit its schema.</summary>
    private const string TypedPatchRefused = "failed to create typed patch object";

    public async Task<ImmutableArray<LiveObject>> ReadAsync(
        string? kubeContext, IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken)
    {
        if (resources.Count == 0)
            return [];

        var capabilities = await cluster.ReadCapabilitiesAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var found = new ConcurrentBag<LiveObject>();
        await Parallel.ForEachAsync(
            ServedKinds.Lists(capabilities, resources),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (list, stop) =>
            {
                foreach (var read in await new LiveObjectList(connection, list.Key.Kind, list.Key.Namespace).ReadAsync([.. list], stop).ConfigureAwait(false))
                    found.Add(read);
            }).ConfigureAwait(false);
        return [.. found];
    }

    public async Task<DryRunAnswer> TryAsync(
        string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> manifest, bool force, CancellationToken cancellationToken)
    {
        var (connection, request) = await RequestAsync(
            kubeContext, resource, $"?dryRun=All&fieldManager=helm{(force ? "&force=true" : "")}", cancellationToken).ConfigureAwait(false);
        if (request is null)
            return new() { Refusal = $"The cluster serves no {resource.Kind} of {resource.ApiVersion}." };

        using var answer = await connection.SendAsync(request with { Body = manifest }, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
            return new() { Json = answer.Body.ToArray() };

        var status = ApiStatus.Of(answer);
        return answer.Status switch
        {
            HttpStatusCode.InternalServerError when status.Message.StartsWith(TypedPatchRefused, StringComparison.Ordinal) => new() { Refusal = status.Message },
            HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError => throw ClusterErrors.Refused(connection.Target, request, answer),
            _ => new() { Refusal = status.Message, IsConflict = answer.Status == HttpStatusCode.Conflict },
        };
    }

    public async Task PatchAsync(string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> patch, CancellationToken cancellationToken)
    {
        var (connection, request) = await RequestAsync(kubeContext, resource, "", cancellationToken).ConfigureAwait(false);
        if (request is null)
            return;

        using var answer = await connection.GetAsync(
            request with { Body = patch, ContentType = "application/merge-patch+json" }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ClusterConnection Connection, ApiRequest? Request)> RequestAsync(
        string? kubeContext, ResourceId resource, string query, CancellationToken cancellationToken)
    {
        var capabilities = await cluster.ReadCapabilitiesAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        if (ServedKinds.Find(capabilities, resource) is not { } kind)
            return (connection, null);

        var space = ServedKinds.NamespaceOf(kind, resource, capabilities);
        return (connection, new("patch", $"{ApiRequest.PathOf(resource.ApiVersion, kind.Plural, space, resource.Name)}{query}")
        {
            Group = resource.Group,
            Resource = kind.Plural,
            Namespace = space,
        });
    }
}
