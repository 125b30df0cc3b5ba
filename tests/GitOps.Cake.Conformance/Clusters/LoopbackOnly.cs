using System.Net;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>Keeps a run, which empties its cluster, away from every cluster that is not on this machine.</summary>
internal static class LoopbackOnly
{
    /// <exception cref="UsageException">A cluster of the file is elsewhere: a case may switch to any of its contexts.</exception>
    public static void Check(string kubeConfig)
    {
        var servers = Servers(kubeConfig);
        if (servers.Count == 0)
            throw new UsageException($"--kubeconfig: {kubeConfig} names no cluster.");

        foreach (var server in servers.Where(server => !IsHere(server)))
        {
            throw new UsageException(
                $"--kubeconfig: {kubeConfig} names a cluster at \"{server}\", which is not on loopback. "
                + "The cluster is emptied before every case: name a throw-away one on this machine.");
        }
    }

    private static bool IsHere(string server) =>
        Uri.TryCreate(server, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private static List<string> Servers(string kubeConfig)
    {
        try
        {
            var clusters = (YamlReader.Read(File.ReadAllText(kubeConfig)) as YamlMapping)?.Find("clusters")?.Value as YamlSequence;
            return [.. clusters?.Items.Select(cluster => ((Member(cluster, "cluster") is { } inner ? Member(inner, "server") : null) as YamlScalar)?.Text ?? "") ?? []];
        }
        catch (Exception exception) when (exception is YamlReadException or IOException)
        {
            throw new UsageException($"--kubeconfig: {kubeConfig} cannot be read: {exception.Message}");
        }
    }

    private static YamlNode? Member(YamlNode node, string key) => (node as YamlMapping)?.Find(key)?.Value;
}
