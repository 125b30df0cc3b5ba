using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GitOps.Cake.Cluster;

namespace GitOps.Cake.Locks;

/// <summary>The calls about one Lease. What is an answer to somebody who wants to hold it is a value; everything else is an error.</summary>
internal sealed class LeaseApi(ClusterConnection connection, string space, string name)
{
    private const string Group = "coordination.k8s.io";
    private const string Version = $"{Group}/v1";
    private const string Plural = "leases";

    public string Cluster { get; } = ClusterErrors.Cluster(connection.Target);

    /// <summary>The Lease as people find it.</summary>
    public string Place { get; } = $"Lease {space}/{name}";

    /// <summary>What takes a Lease away whose holder is certainly gone.</summary>
    public string Removal { get; } = $"kubectl delete lease {name} --namespace {space}";

    /// <summary>The Lease; null where there is none.</summary>
    public async Task<LeaseRecord?> GetAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync("get", null, null, cancellationToken).ConfigureAwait(false);
        return answer.Status == HttpStatusCode.NotFound ? null : LeaseRecord.Read(answer.Body);
    }

    /// <summary>Makes the Lease; null where somebody else did.</summary>
    public async Task<LeaseRecord?> CreateAsync(JsonObject lease, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync("create", lease, "application/json", cancellationToken).ConfigureAwait(false);
        return answer.Status switch
        {
            HttpStatusCode.Conflict => null,
            HttpStatusCode.NotFound => throw new LockUnavailableException(ApiStatus.Of(answer) is { Kind: "namespaces" } status
                ? $"{status.Message}. Create the namespace, or name another one (Lock.Namespace, --lock-namespace)"
                : $"{Cluster} serves no {Version}: {ApiStatus.Of(answer).Message}"),
            _ => LeaseRecord.Read(answer.Body),
        };
    }

    /// <summary>Changes the Lease if it is as the change wants it.</summary>
    /// <returns>Whether it is there at all, and what it is now; null where it is another than the change wants.</returns>
    public async Task<(bool Exists, LeaseRecord? Lease)> PatchAsync(JsonNode change, CancellationToken cancellationToken)
    {
        var type = change is JsonArray ? "application/json-patch+json" : "application/merge-patch+json";
        using var answer = await SendAsync("patch", change, type, cancellationToken).ConfigureAwait(false);
        return answer.Status switch
        {
            HttpStatusCode.NotFound => (false, null),
            HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => (true, null),
            _ => (true, LeaseRecord.Read(answer.Body)),
        };
    }

    private async Task<ApiAnswer> SendAsync(string verb, JsonNode? body, string? type, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(verb, ApiRequest.PathOf(Version, Plural, space, verb == "create" ? null : name))
        {
            Group = Group,
            Resource = Plural,
            Namespace = space,
            Body = body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(body.ToJsonString()),
            ContentType = type ?? "application/json",
        };
        var answer = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess || answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)
            return answer;

        using (answer)
        {
            throw answer.Status == HttpStatusCode.Forbidden
                ? new LockUnavailableException(
                    $"{Cluster} does not allow to {request}: {ApiStatus.Of(answer).Message}. Give the user a Role in {space} with the rule "
                    + $"apiGroups: [\"{Group}\"], resources: [{Plural}], verbs: [get, create, patch]")
                : ClusterErrors.Refused(connection.Target, request, answer);
        }
    }
}
