using System.Text.Json.Nodes;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>
/// Empties a throw-away cluster: CRDs, namespaces but the cluster's own, everything in <c>default</c>, and elsewhere what helm made.
/// It deletes what is in a namespace itself, which takes a fraction of the time that the cluster's controller needs.
/// </summary>
/// <param name="api">The cluster.</param>
internal sealed class ClusterEmptying(ApiCalls api)
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Crds = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private List<ApiKind>? _kinds;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            await DeleteCrdsAsync(time.Token);
            _kinds ??= await ApiKind.ReadAllAsync(api, time.Token);
            var doomed = await DeleteNamespacesAsync(time.Token);
            while (await DeleteObjectsAsync(doomed, time.Token))
                await Task.Delay(Pause, time.Token);
            await FinalizeAsync(doomed, time.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClusterException($"The cluster could not be emptied within {Patience.TotalSeconds:F0} seconds.");
        }
        catch (HttpRequestException exception)
        {
            throw new ClusterException($"The cluster could not be emptied: {exception.Message}", exception);
        }
    }

    private async Task DeleteCrdsAsync(CancellationToken cancellationToken)
    {
        while ((await NamesAsync(Crds, cancellationToken)) is { Count: > 0 } names)
        {
            foreach (var name in names)
                await api.DeleteAsync($"{Crds}/{name}", cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    // A namespace that is to go takes nothing in any more.
    private async Task<HashSet<string>> DeleteNamespacesAsync(CancellationToken cancellationToken)
    {
        var doomed = (await NamesAsync(Namespaces, cancellationToken))
            .Where(name => name != "default" && !name.StartsWith("kube-", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in doomed)
            await api.DeleteAsync($"{Namespaces}/{name}", cancellationToken);
        return doomed;
    }

    /// <returns>Whether there was anything to delete.</returns>
    private async Task<bool> DeleteObjectsAsync(HashSet<string> doomed, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(_kinds!.Select(kind => ApiObject.ListAsync(api, kind, cancellationToken)));
        var objects = lists.SelectMany(list => list).Where(Goes).ToList();
        await Task.WhenAll(objects.Select(DeleteAsync));
        return objects.Count > 0;

        bool Goes(ApiObject found) => doomed.Contains(found.Space) || (!found.IsOfCluster && (found.Space == "default" || found.IsHelms));

        async Task DeleteAsync(ApiObject found)
        {
            await api.DeleteAsync(found.Path, cancellationToken);
            if (found.HasFinalizers)
                await api.MergeAsync(found.Path, """{"metadata":{"finalizers":null}}""", cancellationToken);
        }
    }

    private async Task FinalizeAsync(HashSet<string> doomed, CancellationToken cancellationToken)
    {
        foreach (var name in doomed)
        {
            while (await api.GetAsync($"{Namespaces}/{name}", cancellationToken) is { } space)
            {
                space["spec"] = new JsonObject { ["finalizers"] = new JsonArray() };
                await api.PutAsync($"{Namespaces}/{name}/finalize", space, cancellationToken);
                if (await api.GetAsync($"{Namespaces}/{name}", cancellationToken) is not null)
                    await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task<List<string>> NamesAsync(string path, CancellationToken cancellationToken) =>
        [.. (await api.GetAsync(path, cancellationToken))?["items"]?.AsArray().Select(item => (string)item!["metadata"]!["name"]!) ?? []];
}
