using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Lets a <see cref="FakeGitHub"/> listen on loopback, for programs that are told of it in <c>GITHUB_API_URL</c>.</summary>
public sealed class FakeGitHubServer : IDisposable
{
    private const int Attempts = 50;

    private readonly HttpListener _listener;
    private readonly FakeGitHub _github;

    private FakeGitHubServer(FakeGitHub github, HttpListener listener, int port) => (_github, _listener, Api) = (github, listener, new($"http://localhost:{port}/api/v3/"));

    /// <summary>The address for <c>GITHUB_API_URL</c>.</summary>
    public Uri Api { get; }

    /// <summary>Starts to listen on a free port.</summary>
    /// <param name="github">Who answers.</param>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The server that is returned owns it; one that cannot listen is closed.")]
    public static FakeGitHubServer Start(FakeGitHub github)
    {
        for (var attempt = 0; ; attempt++)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            var listener = new HttpListener { Prefixes = { $"http://localhost:{port}/" } };
            try
            {
                listener.Start();
                var server = new FakeGitHubServer(github, listener, port);
                _ = server.ServeAsync();
                return server;
            }
            catch (HttpListenerException) when (attempt < Attempts)
            {
                listener.Close();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync().ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    // A program that sends what GitHub does not take is told so, and whoever wrote it finds it among the violations.
    private FakeAnswer Answer(FakeRequest request)
    {
        try
        {
            return new FakeExchangeRun(_github).Answer(request);
        }
        catch (DescriptionViolationException exception)
        {
            _github.Violations.Enqueue(exception.Message);
            return FakeAnswer.Refusal(400, exception.Message);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var answer = Answer(new()
        {
            Method = context.Request.HttpMethod,
            Path = FakeRequest.PathBelow(Api, context.Request.Url!),
            Query = context.Request.Url!.Query,
            Body = await reader.ReadToEndAsync().ConfigureAwait(false),
            Token = context.Request.Headers["Authorization"]?.Split(' ')[^1],
            EntityTag = context.Request.Headers["If-None-Match"],
            Version = context.Request.Headers["X-GitHub-Api-Version"],
        });
        if (answer.Status <= 0)
        {
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in answer.Headers.Where(header => header.Key != "Date"))
            context.Response.Headers[name] = value.Replace(FakeGitHub.Api.ToString(), Api.ToString(), StringComparison.Ordinal);

        if (answer.Status is not (204 or 304))
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body)).ConfigureAwait(false);

        context.Response.Close();
    }
}
