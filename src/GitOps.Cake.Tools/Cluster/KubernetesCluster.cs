using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Cluster;

/// <summary>Asks a cluster through its API, and never changes it.</summary>
internal sealed class KubernetesCluster(ClusterConnections connections, IRunLog log) : ICluster
{
    /// <summary>API servers answer with a 500 to an object that does not fit its schema.</summary>
    private const string TypedPatchRefused = "failed to create typed patch object";

    private static readonly ApiRequest Version = new("get", "/version");

    private readonly ConcurrentDictionary<string, Lazy<Task<ClusterCapabilities>>> _capabilities = new(StringComparer.Ordinal);

    public async Task ConnectAsync(string? kubeContext, CancellationToken cancellationToken)
    {
        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        using var answer = await connection.SendAsync(Version, cancellationToken).ConfigureAwait(false);
    }

    public Task<ClusterCapabilities> ReadCapabilitiesAsync(string? kubeContext, CancellationToken cancellationToken) =>
        _capabilities.GetOrAdd(kubeContext ?? "", _ => new(() => ReadAsync(kubeContext, cancellationToken))).Value;

    public async Task<ImmutableArray<ExistingObject>> FindAsync(
        string? kubeContext, IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken)
    {
        if (resources.Count == 0)
            return [];

        var capabilities = await ReadCapabilitiesAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        return await new ObjectSearch(connection, capabilities).FindAsync(resources, cancellationToken).ConfigureAwait(false);
    }

    public async Task<string?> DryRunAsync(
        string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> manifest, bool force, CancellationToken cancellationToken)
    {
        var capabilities = await ReadCapabilitiesAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        if (ServedKinds.Find(capabilities, resource) is not { } kind)
            return $"The cluster serves no {resource.Kind} of {resource.ApiVersion}.";

        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var space = ServedKinds.NamespaceOf(kind, resource, capabilities);
        var request = new ApiRequest(
            "patch",
            $"{ApiRequest.PathOf(resource.ApiVersion, kind.Plural, space, resource.Name)}?dryRun=All&fieldManager=helm{(force ? "&force=true" : "")}")
        {
            Group = resource.Group,
            Resource = kind.Plural,
            Namespace = space,
            Body = manifest,
        };
        using var answer = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
            return null;

        var status = ApiStatus.Of(answer);
        return answer.Status switch
        {
            HttpStatusCode.NotFound when status.Kind is "namespaces" => $"The namespace {space} does not exist.",
            HttpStatusCode.InternalServerError when status.Message.StartsWith(TypedPatchRefused, StringComparison.Ordinal) => status.Message,
            HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError => throw ClusterErrors.Refused(connection.Target, request, answer),
            _ => status.Message,
        };
    }

    private async Task<ClusterCapabilities> ReadAsync(string? kubeContext, CancellationToken cancellationToken)
    {
        var connection = await connections.GetAsync(kubeContext, cancellationToken).ConfigureAwait(false);
        var uid = TextAsync(connection, new("get", ApiRequest.PathOf("v1", "namespaces", null, "kube-system"))
        {
            Group = "",
            Resource = "namespaces",
            Accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1",
        }, cancellationToken, "metadata", "uid");
        var version = TextAsync(connection, Version, cancellationToken, "gitVersion");
        var discovery = new ApiDiscovery(connection, log).ReadAsync(cancellationToken);
        await Task.WhenAll(uid, version, discovery).ConfigureAwait(false);
        var (kinds, apiVersions) = await discovery.ConfigureAwait(false);
        return new()
        {
            Uid = await uid.ConfigureAwait(false),
            KubeVersion = await version.ConfigureAwait(false),
            DefaultNamespace = connection.Target.Namespace,
            Kinds = kinds,
            ApiVersions = apiVersions,
        };
    }

    private static async Task<string> TextAsync(
        ClusterConnection connection, ApiRequest request, CancellationToken cancellationToken, params string[] path)
    {
        using var answer = await connection.GetAsync(request, cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(answer.Body);
        return path.Aggregate(document.RootElement, (element, name) => element.GetProperty(name)).GetString()!;
    }
}
