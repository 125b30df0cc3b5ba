using System.Globalization;

namespace GitOps.Cake.Cluster;

/// <summary>What a context comes to: where the cluster is, and who talks to it.</summary>
internal sealed record ClusterTarget(string Name, Uri Server, KubeCluster Cluster, KubeUser User, string Namespace)
{
    private const string ServiceAccountFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <exception cref="GitOpsException">The context is not there, or is not complete.</exception>
    public static ClusterTarget Of(KubeConfig config, string? context)
    {
        if (context is null && config.CurrentContext is null && InCluster() is { } pod)
            return pod;

        var name = context ?? config.CurrentContext ?? throw new GitOpsException(config.Files.IsEmpty
            ? $"""
               There is no kubeconfig ({string.Join(", ", KubeConfigFiles.Default())}), and this is no pod of a cluster.
               Name one with the scope's KubeConfig (--kubeconfig) or in KUBECONFIG.
               """
            : $"""
               The kubeconfig {Files(config)} names no current context.
               Name one with the scope's KubeContext (--context): {Known(config)}.
               """);

        // Names are compared exactly: "Prod" and "prod" may be two clusters.
        var found = config.Contexts.GetValueOrDefault(name) ?? throw new GitOpsException($"""
            The kubeconfig {Files(config)} has no context {name}.
            It has: {Known(config)}.
            """);
        var cluster = config.Clusters.GetValueOrDefault(found.Cluster ?? "");
        if (!Uri.TryCreate(cluster?.Server, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            throw new GitOpsException($"""
                The context {name} of the kubeconfig {Files(config)} leads to the cluster "{found.Cluster}", whose server is {(cluster?.Server is { } url ? $"\"{url}\"" : "not given")}.
                Correct the kubeconfig: a cluster needs a server such as https://host:6443.
                """);
        }

        if (!string.IsNullOrEmpty(found.User) && !config.Users.ContainsKey(found.User))
        {
            throw new GitOpsException($"""
                The context {name} of the kubeconfig {Files(config)} names the user "{found.User}", which is not in it.
                Add the user, or correct the context.
                """);
        }

        return new(name, server, cluster!, config.Users.GetValueOrDefault(found.User ?? "") ?? new(), OrDefault(found.Namespace));
    }

    /// <summary>The cluster of the pod that this process runs in, with the pod's service account.</summary>
    private static ClusterTarget? InCluster()
    {
        var host = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST");
        var token = Path.Combine(ServiceAccountFolder, "token");
        if (string.IsNullOrEmpty(host) || !File.Exists(token))
            return null;

        var port = int.Parse(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT") ?? "443", CultureInfo.InvariantCulture);
        var space = Path.Combine(ServiceAccountFolder, "namespace");
        return new(
            "",
            new UriBuilder(Uri.UriSchemeHttps, host, port).Uri,
            new() { CertificateAuthorityFile = Path.Combine(ServiceAccountFolder, "ca.crt") },
            new() { TokenFile = token },
            OrDefault(File.Exists(space) ? File.ReadAllText(space).Trim() : null));
    }

    private static string OrDefault(string? space) => string.IsNullOrEmpty(space) ? "default" : space;

    private static string Files(KubeConfig config) => string.Join(", ", config.Files.DefaultIfEmpty("(none)"));

    private static string Known(KubeConfig config) =>
        string.Join(", ", config.Contexts.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("no context at all"));
}
