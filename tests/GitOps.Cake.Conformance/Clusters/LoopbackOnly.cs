using System.Net;
using k8s;
using k8s.KubeConfigModels;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>Keeps a run, which empties its cluster, away from every cluster that is not on this machine.</summary>
internal static class LoopbackOnly
{
    /// <exception cref="UsageException">A cluster of the file is elsewhere: a case may switch to any of its contexts.</exception>
    public static void Check(string kubeConfig)
    {
        var clusters = Read(kubeConfig).Clusters?.ToList() ?? [];
        if (clusters.Count == 0)
            throw new UsageException($"--kubeconfig: {kubeConfig} names no cluster.");

        foreach (var cluster in clusters.Where(cluster => !IsHere(cluster.ClusterEndpoint)))
        {
            throw new UsageException(
                $"--kubeconfig: the cluster \"{cluster.Name}\" at {cluster.ClusterEndpoint?.Server} is not on loopback. "
                + "The cluster is emptied before every case: name a throw-away one on this machine.");
        }
    }

    private static bool IsHere(ClusterEndpoint? endpoint) =>
        Uri.TryCreate(endpoint?.Server, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private static K8SConfiguration Read(string kubeConfig)
    {
        try
        {
            return KubernetesClientConfiguration.LoadKubeConfig(kubeConfig);
        }
        catch (Exception exception) when (exception is YamlDotNet.Core.YamlException or IOException or k8s.Exceptions.KubeConfigException)
        {
            throw new UsageException($"--kubeconfig: {kubeConfig} cannot be read: {exception.Message}");
        }
    }
}
