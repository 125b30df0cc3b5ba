using System.Net;
using System.Security.Authentication;

namespace GitOps.Cake.Cluster;

/// <summary>The words for a cluster that cannot be reached or refuses.</summary>
internal static class ClusterErrors
{
    public static RemoteCallException Refused(ClusterTarget target, ApiRequest request, ApiAnswer answer)
    {
        var status = ApiStatus.Of(answer);
        return new(answer.Status, answer.Status switch
        {
            HttpStatusCode.Unauthorized => $"""
                {Cluster(target)} does not accept the credentials of the context.
                {status.Message}
                Log in again, or fetch the kubeconfig anew.
                """,
            HttpStatusCode.Forbidden => $"""
                {Cluster(target)} does not allow to {request}.
                {status.Message}
                {Role(request)}
                """,
            _ => $"""
                {Cluster(target)} failed to {request} (HTTP {(int)answer.Status}).
                {status.Message}
                Look at the API server's log; try again once it answers.
                """,
        });
    }

    public static RemoteCallException Unreachable(ClusterTarget target, ApiRequest request, HttpRequestException exception) => new(
        exception switch
        {
            { HttpRequestError: HttpRequestError.SecureConnectionError } or { InnerException: AuthenticationException } => $"""
                {Cluster(target)} cannot be trusted: {Innermost(exception)}
                Correct certificate-authority, tls-server-name or the address in the kubeconfig.
                """,
            { HttpRequestError: HttpRequestError.NameResolutionError } => $"""
                {Cluster(target)} cannot be reached: the name {target.Server.Host} is not known ({Innermost(exception)}).
                Correct the address in the kubeconfig, or join the network (VPN) of the cluster.
                """,
            { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"""
                {Cluster(target)} cannot be reached through the proxy: {Innermost(exception)}
                Correct proxy-url in the kubeconfig, or HTTPS_PROXY and NO_PROXY.
                """,
            _ => $"""
                {Cluster(target)} cannot be reached: {Innermost(exception)}
                Start the cluster, or correct the address in the kubeconfig.
                """,
        },
        exception);

    public static RemoteCallException TimedOut(ClusterTarget target, ApiRequest request, TimeSpan limit, Exception exception) => new($"""
        {Cluster(target)} did not answer within {limit.TotalSeconds:0} s, asked to {request}.
        Look whether the address in the kubeconfig is right and the network lets the connection through.
        """, exception);

    public static string Cluster(ClusterTarget target) =>
        target.Name.Length > 0 ? $"The cluster {target.Server} (context {target.Name})" : $"The cluster {target.Server} (this pod's own)";

    private static string Role(ApiRequest request) => request.Resource is null
        ? "Give the user the role system:discovery."
        : $"Give the user a {(string.IsNullOrEmpty(request.Namespace) ? "ClusterRole" : $"Role in {request.Namespace}, or a ClusterRole,")} "
          + $"with the rule apiGroups: [\"{request.Group}\"], resources: [{request.Resource}], verbs: [{request.Verb}].";

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;

        return exception.Message;
    }
}
