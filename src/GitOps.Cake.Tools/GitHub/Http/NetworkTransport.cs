using System.Net;

namespace GitOps.Cake.GitHub.Http;

/// <summary>What sends requests over the network.</summary>
internal static class NetworkTransport
{
    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        // A redirect is followed by the client above, under the same rules as any request.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
