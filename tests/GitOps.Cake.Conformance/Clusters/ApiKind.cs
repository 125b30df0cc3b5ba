using System.Text.Json.Nodes;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>A kind of objects that can be listed and deleted.</summary>
/// <param name="Base">The path of its version, as in <c>/apis/apps/v1</c>.</param>
/// <param name="Name">Its name in paths, as in <c>deployments</c>.</param>
/// <param name="IsNamespaced">Whether its objects lie in namespaces.</param>
internal sealed record ApiKind(string Base, string Name, bool IsNamespaced)
{
    public string ListPath => $"{Base}/{Name}";

    public string PathOf(string space, string name) => IsNamespaced ? $"{Base}/namespaces/{space}/{Name}/{name}" : $"{Base}/{Name}/{name}";

    /// <summary>Every kind that the cluster serves by itself.</summary>
    public static async Task<List<ApiKind>> ReadAllAsync(ApiCalls api, CancellationToken cancellationToken)
    {
        var groups = await api.GetAsync("/apis", cancellationToken);
        var bases = groups!["groups"]!.AsArray().Select(group => $"/apis/{group!["preferredVersion"]!["groupVersion"]}").Prepend("/api/v1");
        var kinds = await Task.WhenAll(bases.Select(path => ReadAsync(api, path, cancellationToken)));
        return [.. kinds.SelectMany(kind => kind)];
    }

    private static async Task<IEnumerable<ApiKind>> ReadAsync(ApiCalls api, string path, CancellationToken cancellationToken)
    {
        var version = await api.GetAsync(path, cancellationToken);
        return (version?["resources"]?.AsArray() ?? [])
            .Where(resource => Has(resource!, "list") && Has(resource!, "delete") && !((string)resource!["name"]!).Contains('/', StringComparison.Ordinal))
            .Select(resource => new ApiKind(path, (string)resource!["name"]!, (bool)resource["namespaced"]!));
    }

    private static bool Has(JsonNode resource, string verb) => resource["verbs"]?.AsArray().Any(known => (string?)known == verb) == true;
}
