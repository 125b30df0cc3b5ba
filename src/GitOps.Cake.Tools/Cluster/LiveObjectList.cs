using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Cluster;

/// <summary>The objects of a kind in a namespace, read in pages.</summary>
internal sealed class LiveObjectList(ClusterConnection connection, ServedKind kind, string? space)
{
    /// <summary>Objects can have a megabyte each; a page is held in memory as a whole.</summary>
    private const int PageSize = 100;

    /// <summary>Those of the wanted objects that exist.</summary>
    public async Task<ImmutableArray<LiveObject>> ReadAsync(ImmutableArray<ResourceId> wanted, CancellationToken cancellationToken)
    {
        var byName = wanted.ToLookup(resource => resource.Name, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<LiveObject>();
        string? next = null;
        do
        {
            var request = Request(wanted, next);
            using var answer = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
                break;
            if (!answer.IsSuccess)
                throw ClusterErrors.Refused(connection.Target, request, answer);

            using var page = JsonDocument.Parse(answer.Body);
            foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
            {
                foreach (var resource in byName[item.GetProperty("metadata").GetProperty("name").GetString()!])
                    found.Add(new(resource, Encoding.UTF8.GetBytes(item.GetRawText())));
            }

            next = page.RootElement.GetProperty("metadata").TryGetProperty("continue", out var more) && more.GetString() is { Length: > 0 } token ? token : null;
        }
        while (next is not null);

        return found.ToImmutable();
    }

    private ApiRequest Request(ImmutableArray<ResourceId> wanted, string? next)
    {
        // A single object is asked for by its name: a namespace may hold thousands of the kind.
        var only = wanted.Length == 1 ? $"&fieldSelector=metadata.name%3D{Uri.EscapeDataString(wanted[0].Name)}" : "";
        var from = next is null ? "" : $"&continue={Uri.EscapeDataString(next)}";
        return new("list", $"{ApiRequest.PathOf(kind.ApiVersion, kind.Plural, space)}?limit={PageSize}{only}{from}")
        {
            Group = wanted[0].Group,
            Resource = kind.Plural,
            Namespace = space,
        };
    }
}
