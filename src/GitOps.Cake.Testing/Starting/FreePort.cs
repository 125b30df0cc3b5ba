using System.Net;
using System.Net.Sockets;

namespace GitOps.Cake.Testing.Starting;

internal static class FreePort
{
    /// <summary>A loopback port that nobody listens on now. Somebody may before it is used: whoever uses it has to try again then.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
