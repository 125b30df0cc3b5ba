using System.Net;
using System.Net.Sockets;
using GitOps.Cake.Testing.Tests.Support;
using k8s;

namespace GitOps.Cake.Testing.Tests;

public class OwnedControlPlaneTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_at_once_are_two_clusters_and_leave_no_process_and_no_folder()
    {
        Tools.Require(Tools.Options);

        var both = await Task.WhenAll(
            LocalControlPlane.StartAsync(Tools.Options, Cancelled), LocalControlPlane.StartAsync(Tools.Options, Cancelled));
        var clusters = await Task.WhenAll(both.Select(ClusterIdAsync));
        var parts = both.Select(cluster => ProcessTable.Naming(cluster.Folder).Length).ToArray();
        foreach (var cluster in both)
            await cluster.DisposeAsync();

        clusters[0].ShouldNotBe(clusters[1]);
        parts.ShouldAllBe(count => count > 2);
        foreach (var cluster in both)
        {
            ProcessTable.Naming(cluster.Folder).ShouldBeEmpty();
            Directory.Exists(cluster.Folder).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_given_folder_keeps_its_data_and_another_port_is_taken_when_the_last_one_is_in_use()
    {
        Tools.Require(Tools.Options);
        using var temporary = new TemporaryFolder();
        var options = Tools.Options with { Folder = temporary["my \"cluster's\" folder $HOME"] };

        string cluster;
        Uri server;
        await using (var first = await LocalControlPlane.StartAsync(options, Cancelled))
        {
            server = first.Server;
            cluster = await ClusterIdAsync(first);
        }

        using var squatter = new TcpListener(IPAddress.Loopback, server.Port);
        squatter.Start();
        await using var second = await LocalControlPlane.StartAsync(options, Cancelled);

        second.Server.Port.ShouldNotBe(server.Port);
        (await ClusterIdAsync(second)).ShouldBe(cluster);
        second.KubeConfig.ShouldContain($":{second.Server.Port}");
    }

    private static async Task<string> ClusterIdAsync(LocalControlPlane cluster)
    {
        using var client = cluster.CreateClient();
        return (await client.CoreV1.ReadNamespaceAsync("kube-system", cancellationToken: Cancelled)).Metadata.Uid;
    }
}
