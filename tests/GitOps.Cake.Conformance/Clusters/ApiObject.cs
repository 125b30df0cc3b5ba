using System.Text.Json.Nodes;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>An object of the cluster, as far as it matters for whether it stays.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Space">Its namespace; empty for one outside of namespaces.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsHelms">Whether helm or a chart made it.</param>
/// <param name="HasFinalizers">Whether somebody holds it up.</param>
internal sealed record ApiObject(ApiKind Kind, string Space, string Name, bool IsHelms, bool HasFinalizers)
{
    public string Path => Kind.PathOf(Space, Name);

    public static async Task<IEnumerable<ApiObject>> ListAsync(ApiCalls api, ApiKind kind, CancellationToken cancellationToken) =>
        (await api.GetAsync(kind.ListPath, cancellationToken))?["items"]?.AsArray().Select(item => Of(kind, item!["metadata"]!)) ?? [];

    /// <summary>Whether the cluster made it for itself, or makes it again at once.</summary>
    public bool IsOfCluster => Kind.Name switch
    {
        "events" or "endpoints" or "endpointslices" or "leases" or "nodes" or "apiservices" or "namespaces" or "flowschemas" or "prioritylevelconfigurations" => true,
        "services" => Name == "kubernetes",
        "serviceaccounts" => Name == "default",
        "configmaps" => Name == "kube-root-ca.crt",
        "secrets" => Name.StartsWith("default-token-", StringComparison.Ordinal),
        _ => false,
    };

    private static ApiObject Of(ApiKind kind, JsonNode metadata) => new(
        kind,
        (string?)metadata["namespace"] ?? "",
        (string)metadata["name"]!,
        metadata["annotations"]?["meta.helm.sh/release-name"] is not null || (string?)metadata["labels"]?["owner"] == "helm",
        metadata["finalizers"] is JsonArray { Count: > 0 });
}
