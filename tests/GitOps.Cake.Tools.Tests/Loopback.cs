using System.Net;

namespace GitOps.Cake.Tests;

/// <summary>Web servers on a free port of this machine.</summary>
internal static class Loopback
{
    public static (int Port, HttpListener Listener) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            var listener = new HttpListener { Prefixes = { $"http://localhost:{port}/" } };
            try
            {
                listener.Start();
                return (port, listener);
            }
            catch (HttpListenerException) when (attempt < 50)
            {
                listener.Close();
            }
        }
    }

    /// <summary>Answers one request after another until the listener is closed.</summary>
    public static async Task ServeAsync(HttpListener listener, Action<HttpListenerContext> answer)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                answer(context);
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The test is over, or a client went away in the middle of an answer.
            }
        }
    }
}
