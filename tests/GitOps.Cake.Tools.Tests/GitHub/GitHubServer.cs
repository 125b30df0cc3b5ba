using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>A stand-in for GitHub that answers what a test tells it to, and remembers what it was asked.</summary>
internal sealed class GitHubServer : IDisposable
{
    private readonly HttpListener _listener;

    public GitHubServer(Func<string, (int Status, string Body)> answer, params (string Name, string Value)[] headers)
    {
        (Port, _listener) = Loopback.Listen();
        _ = Loopback.ServeAsync(_listener, context =>
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = reader.ReadToEnd();
            Requests.Enqueue((context.Request, body));
            var (status, text) = answer(body);
            context.Response.StatusCode = status;
            Array.ForEach(headers, header => context.Response.AddHeader(header.Name, header.Value));
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(text));
        });
    }

    public int Port { get; }

    public Uri Api => new($"http://localhost:{Port}/api/");

    public ConcurrentQueue<(HttpListenerRequest Request, string Body)> Requests { get; } = new();

    public void Dispose() => _listener.Close();
}
