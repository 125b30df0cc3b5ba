using System.Net;
using System.Text;

namespace GitOps.Cake.Tests.Charts;

/// <summary>A web server on loopback for the time of a test; with a login where one is given.</summary>
internal abstract class ChartServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly string? _authorization;

    protected ChartServer((string User, string Password)? login)
    {
        _authorization = login is { } known ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{known.User}:{known.Password}")) : null;
        (Port, _listener) = Loopback.Listen();
        _ = Loopback.ServeAsync(_listener, Serve);
    }

    public int Port { get; }

    public List<string> Requests { get; } = [];

    public void Dispose() => _listener.Close();

    protected abstract void Answer(HttpListenerContext context);

    protected static void Send(HttpListenerResponse response, byte[] body, string contentType)
    {
        response.ContentType = contentType;
        response.ContentLength64 = body.Length;
        response.OutputStream.Write(body);
    }

    private void Serve(HttpListenerContext context)
    {
        lock (Requests)
        {
            Requests.Add($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}");
        }

        if (_authorization is not null && context.Request.Headers["Authorization"] != _authorization)
        {
            context.Response.StatusCode = 401;
            context.Response.AddHeader("WWW-Authenticate", "Basic realm=\"charts\"");
        }
        else
        {
            Answer(context);
        }
    }
}
