using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Cluster;

/// <summary>
/// Reads what a cluster serves: in two requests where it hands out its groups with all their resources (Kubernetes 1.26 and later),
/// else in one per group and version. A group whose server does not answer is named in a warning, as by kubectl, and its kinds are
/// taken for not served.
/// </summary>
internal sealed class ApiDiscovery(ClusterConnection connection, IRunLog log)
{
    private const int AtOnce = 8;
    private const string Aggregated =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
        + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private readonly HashSet<string> _apiVersions = new(StringComparer.Ordinal);
    private readonly HashSet<ServedKind> _kinds = [];
    private readonly List<string> _notAnswering = [];

    public async Task<(ImmutableArray<ServedKind> Kinds, ImmutableArray<string> ApiVersions)> ReadAsync(CancellationToken cancellationToken)
    {
        var core = connection.GetAsync(new("get", "/api") { Accept = Aggregated }, cancellationToken);
        var groups = connection.GetAsync(new("get", "/apis") { Accept = Aggregated }, cancellationToken);
        await Task.WhenAll(core, groups).ConfigureAwait(false);
        using var coreAnswer = await core.ConfigureAwait(false);
        using var groupsAnswer = await groups.ConfigureAwait(false);
        string[] left = [.. Add(coreAnswer.Body), .. Add(groupsAnswer.Body)];
        await Parallel.ForEachAsync(
            left,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (version, stop) => await ReadVersionAsync(version, stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (_notAnswering.Count > 0)
        {
            log.Warning(
                $"The API of {string.Join(", ", _notAnswering.Order(StringComparer.Ordinal))} does not answer, so its kinds count as not served; "
                + "see `kubectl get apiservices` for what is wrong with it.");
        }

        return ([.. _kinds.OrderBy(kind => (kind.ApiVersion, kind.Kind, kind.Plural))], [.. _apiVersions.Order(StringComparer.Ordinal)]);
    }

    /// <returns>Versions whose resources have to be asked for one by one.</returns>
    private List<string> Add(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return root.GetProperty("kind").GetString() switch
        {
            "APIGroupDiscoveryList" => AddAll(root),
            "APIGroupList" => [.. Each(root, "groups").SelectMany(group => Each(group, "versions")).Select(version => Text(version, "groupVersion"))],
            _ => [.. Each(root, "versions").Select(version => version.GetString()!)],
        };
    }

    private List<string> AddAll(JsonElement root)
    {
        foreach (var group in Each(root, "items"))
        {
            var name = group.GetProperty("metadata").TryGetProperty("name", out var given) ? given.GetString() : null;
            foreach (var version in Each(group, "versions"))
            {
                var apiVersion = string.IsNullOrEmpty(name) ? Text(version, "version") : $"{name}/{Text(version, "version")}";
                _apiVersions.Add(apiVersion);
                if (Text(version, "freshness") is "Stale")
                {
                    _notAnswering.Add(apiVersion);
                    continue;
                }

                foreach (var resource in Each(version, "resources"))
                {
                    AddKind(apiVersion, Kind(resource), Text(resource, "resource"), Text(resource, "scope") is "Namespaced");
                    foreach (var part in Each(resource, "subresources"))
                        _apiVersions.Add($"{apiVersion}/{Kind(part)}");
                }
            }
        }

        return [];
    }

    private async Task ReadVersionAsync(string apiVersion, CancellationToken cancellationToken)
    {
        var path = apiVersion.Contains('/', StringComparison.Ordinal) ? $"/apis/{apiVersion}" : $"/api/{apiVersion}";
        using var answer = await connection.SendAsync(new("get", path), cancellationToken).ConfigureAwait(false);
        lock (_apiVersions)
        {
            _apiVersions.Add(apiVersion);
            if (!answer.IsSuccess)
            {
                _notAnswering.Add(apiVersion);
                return;
            }

            using var document = JsonDocument.Parse(answer.Body);
            foreach (var resource in Each(document.RootElement, "resources"))
            {
                var name = Text(resource, "name");
                if (name.Contains('/', StringComparison.Ordinal))
                {
                    _apiVersions.Add($"{apiVersion}/{Text(resource, "kind")}");
                }
                else
                {
                    AddKind(apiVersion, Text(resource, "kind"), name, resource.GetProperty("namespaced").GetBoolean());
                }
            }
        }
    }

    private void AddKind(string apiVersion, string kind, string plural, bool namespaced)
    {
        _apiVersions.Add($"{apiVersion}/{kind}");
        _kinds.Add(new(apiVersion, kind, plural, namespaced));
    }

    private static string Kind(JsonElement resource) =>
        resource.TryGetProperty("responseKind", out var kind) ? Text(kind, "kind") : "";

    private static IEnumerable<JsonElement> Each(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
