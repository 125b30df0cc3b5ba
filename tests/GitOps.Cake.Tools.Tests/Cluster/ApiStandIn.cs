using System.Collections.Concurrent;
using System.Net;
using System.Text;
using GitOps.Cake.Cluster;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Cluster;

/// <summary>An API server for answers that the real one of these tests cannot give; what it has no answer for is a 503.</summary>
internal sealed class ApiStandIn : IDisposable
{
    private readonly HttpListener _listener;
    private readonly string _kubeConfig = Path.GetTempFileName();

    public ApiStandIn(Func<string, string?> answer, string user = "{}")
    {
        (var port, _listener) = Loopback.Listen();
        File.WriteAllText(_kubeConfig, $$$"""
            apiVersion: v1
            kind: Config
            current-context: it
            contexts: [{name: it, context: {cluster: it, user: me}}]
            clusters: [{name: it, cluster: {server: "http://localhost:{{{port}}}/behind/a/path"}}]
            users: [{name: me, user: {{{user}}}}]
            """);
        _ = Loopback.ServeAsync(_listener, context =>
        {
            Requests.Enqueue(context.Request);
            var path = context.Request.Url!.AbsolutePath;
            var body = path.StartsWith("/behind/a/path/", StringComparison.Ordinal) ? answer(path["/behind/a/path".Length..]) : null;
            context.Response.StatusCode = body is null ? 503 : 200;
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(body ?? "service unavailable"));
        });
    }

    public ConcurrentQueue<HttpListenerRequest> Requests { get; } = new();

    public ClusterConnections Connect() => new(new(_kubeConfig), new ToolRunner());

    public void Dispose()
    {
        _listener.Close();
        File.Delete(_kubeConfig);
    }
}
