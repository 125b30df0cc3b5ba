using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using k8s;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>Plain calls of the API of Kubernetes, for objects of whatever kind.</summary>
/// <param name="client">Knows the address and the credentials.</param>
internal sealed class ApiCalls(Kubernetes client) : IDisposable
{
    public string Server { get; } = client.BaseUri.ToString().TrimEnd('/');

    /// <summary>Gets an object or a list; null where there is none.</summary>
    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    /// <summary>Deletes an object at once; one that is gone already is fine.</summary>
    public Task DeleteAsync(string path, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Delete, path, """{"kind":"DeleteOptions","apiVersion":"v1","gracePeriodSeconds":0,"propagationPolicy":"Background"}""", "application/json", cancellationToken);

    public Task PutAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, path, body.ToJsonString(), "application/json", cancellationToken);

    public Task MergeAsync(string path, string patch, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path, patch, "application/merge-patch+json", cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, string? body, string? type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{Server}{path}"));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type!);
        if (client.Credentials is { } credentials)
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);

        using var response = await client.HttpClient.SendAsync(request, cancellationToken);
        // Somebody else, such as a controller, may be faster.
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.MethodNotAllowed)
            return null;

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text) : throw new ClusterException($"{method} {path}: {(int)response.StatusCode}: {text}");
    }
}
