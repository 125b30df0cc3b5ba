using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Cluster;

/// <summary>Finds objects by lists of mere metadata, one per kind and namespace, several at a time.</summary>
internal sealed class ObjectSearch(ClusterConnection connection, ClusterCapabilities capabilities)
{
    private const int AtOnce = 6;
    private const int PageSize = 500;

    private readonly ConcurrentBag<ExistingObject> _found = [];

    public async Task<ImmutableArray<ExistingObject>> FindAsync(
        IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            ServedKinds.Lists(capabilities, resources),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (list, stop) => await ListAsync(list.Key.Kind, list.Key.Namespace, [.. list], stop).ConfigureAwait(false))
            .ConfigureAwait(false);
        return [.. _found];
    }

    private async Task ListAsync(ServedKind kind, string? space, ResourceId[] wanted, CancellationToken cancellationToken)
    {
        var byName = wanted.ToLookup(resource => resource.Name, StringComparer.Ordinal);
        string? next = null;
        do
        {
            var request = Request(kind, space, wanted, next);
            using var answer = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
            {
                // The kind is gone since it was discovered, or cannot be listed at all, such as a review.
                return;
            }

            if (!answer.IsSuccess)
                throw ClusterErrors.Refused(connection.Target, request, answer);

            next = Add(answer.Body, byName);
        }
        while (next is not null);
    }

    private static ApiRequest Request(ServedKind kind, string? space, ResourceId[] wanted, string? next)
    {
        var path = ApiRequest.PathOf(kind.ApiVersion, kind.Plural, space);

        // A single object is looked for by its name: a namespace may hold thousands of the kind.
        var only = wanted.Length == 1 ? $"&fieldSelector=metadata.name%3D{Uri.EscapeDataString(wanted[0].Name)}" : "";
        var from = next is null ? "" : $"&continue={Uri.EscapeDataString(next)}";
        return new("list", $"{path}?limit={PageSize}{only}{from}")
        {
            Group = wanted[0].Group,
            Resource = kind.Plural,
            Namespace = space,
            Accept = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
        };
    }

    private string? Add(ReadOnlyMemory<byte> page, ILookup<string, ResourceId> wanted)
    {
        using var document = JsonDocument.Parse(page);
        var root = document.RootElement;
        if (root.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array)
        {
            foreach (var metadata in items.EnumerateArray().Select(item => item.GetProperty("metadata")))
            {
                foreach (var resource in wanted[Text(metadata, "name") ?? ""])
                {
                    _found.Add(new(
                        resource,
                        Text(metadata, "annotations", "meta.helm.sh/release-name"),
                        Text(metadata, "annotations", "meta.helm.sh/release-namespace"),
                        Text(metadata, "labels", "app.kubernetes.io/managed-by")));
                }
            }
        }

        return Text(root, "metadata", "continue") is { Length: > 0 } next ? next : null;
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.GetString();
    }
}
