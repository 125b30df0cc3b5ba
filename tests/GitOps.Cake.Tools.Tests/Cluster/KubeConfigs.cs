using GitOps.Cake.Cluster;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Cluster;

/// <summary>Kubeconfigs in a folder of their own that lead to the test's cluster, or almost.</summary>
internal sealed class KubeConfigs(TestCluster cluster) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>The members of a user who may do everything.</summary>
    public async Task<string> AdminAsync()
    {
        var user = (await OwnAsync()).Users.Values.Single();
        Write("admin.crt", user.ClientCertificate!);
        Write("admin.key", user.ClientKey!.Reveal());
        return $"client-certificate: {PathOf("admin.crt")}, client-key: {PathOf("admin.key")}";
    }

    public async Task<string> AuthorityAsync() => (await OwnAsync()).Clusters.Values.Single().CertificateAuthority!;

    /// <summary>A kubeconfig for the cluster with another user and other settings of the cluster.</summary>
    public async Task<ClusterAccess> ToClusterAsync(string user, string setting = "")
    {
        Write("ca.pem", await AuthorityAsync());
        return To($"server: '{(await cluster.GetAsync()).Server}', certificate-authority: ca.pem, {setting}", user);
    }

    public ClusterAccess To(string target, string user)
    {
        Write("config", $$$"""
            current-context: it
            contexts: [{name: it, context: {cluster: it, user: me}}]
            clusters: [{name: it, cluster: { {{{target}}} }}]
            users: [{name: me, user: { {{{user}}} }}]
            """);
        return new(PathOf("config"));
    }

    public string Script(string text)
    {
        Write("exec", $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PathOf("exec"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return PathOf("exec");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static async Task ReadAsync(ClusterAccess access)
    {
        using var connections = new ClusterConnections(access, new ToolRunner());
        (await new KubernetesCluster(connections, new RecordedLog()).ReadCapabilitiesAsync(null, TestContext.Current.CancellationToken))
            .Uid.ShouldNotBeEmpty();
    }

    private async Task<KubeConfig> OwnAsync() => KubeConfigReader.Read((await cluster.GetAsync()).KubeConfigPath);
}
