using System.Net;
using GitOps.Cake.Cluster;
using GitOps.Cake.Tests.Tooling;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Cluster;

[Collection(nameof(ProcessEnvironment))]
public sealed class ReachingClusters(TestCluster cluster) : IDisposable
{
    private readonly KubeConfigs _configs = new(cluster);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_context_lists_those_there_are_and_case_counts()
    {
        var config = (await cluster.GetAsync()).KubeConfigPath;
        var failure = await Should.ThrowAsync<GitOpsException>(() => KubeConfigs.ReadAsync(new(config, "Local")));

        failure.Message.ShouldBe($"The kubeconfig {config} has no context Local.{Environment.NewLine}It has: local.");
    }

    [Fact]
    public async Task A_missing_kubeconfig_is_told() =>
        (await Should.ThrowAsync<GitOpsException>(() => KubeConfigs.ReadAsync(new("/no/such/config")))).Message
            .ShouldStartWith("The kubeconfig /no/such/config does not exist.");

    [Fact]
    public async Task Without_any_kubeconfig_the_places_are_told()
    {
        using var _ = ProcessEnvironment.With(("KUBECONFIG", "/no/such/config"), ("KUBERNETES_SERVICE_HOST", null));

        (await Should.ThrowAsync<GitOpsException>(() => KubeConfigs.ReadAsync(new()))).Message
            .ShouldStartWith("There is no kubeconfig (/no/such/config), and this is no pod of a cluster.");
    }

    [Theory]
    [InlineData("https://127.0.0.1:9", "The cluster https://127.0.0.1:9/ (context it) cannot be reached: Connection refused")]
    [InlineData("https://no-such-host.invalid", "cannot be reached: the name no-such-host.invalid is not known")]
    public async Task A_cluster_that_is_not_there_is_told(string server, string words)
    {
        var failure = await Should.ThrowAsync<RemoteCallException>(() => KubeConfigs.ReadAsync(_configs.To($"server: '{server}'", "token: x")));

        failure.Status.ShouldBeNull();
        failure.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("https://127.0.0.1:9", "{as: jane}", "The context it")]
    [InlineData("nonsense", "{}", "whose server is \"nonsense\"")]
    public void A_context_that_is_not_complete_is_told(string server, string user, string words)
    {
        _configs.Write("config", $$$"""
            current-context: it
            contexts: [{name: it, context: {cluster: it, user: {{{(user == "{}" ? "me" : "somebody")}}}}}]
            clusters: [{name: it, cluster: {server: '{{{server}}}'}}]
            users: [{name: me, user: {{{user}}}}]
            """);

        Should.Throw<GitOpsException>(() => ClusterTarget.Of(KubeConfigFiles.Read(_configs.PathOf("config")), null)).Message.ShouldContain(words);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_trusted()
    {
        var access = _configs.To($"server: {(await cluster.GetAsync()).Server}", "token: x");
        var failure = await Should.ThrowAsync<RemoteCallException>(() => KubeConfigs.ReadAsync(access));

        failure.Message.ShouldContain("cannot be trusted:");
        failure.Message.ShouldEndWith("Correct certificate-authority, tls-server-name or the address in the kubeconfig.");
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_not_trusted()
    {
        var access = await _configs.ToClusterAsync("token: x", "tls-server-name: other.example.com");

        (await Should.ThrowAsync<RemoteCallException>(() => KubeConfigs.ReadAsync(access))).Message.ShouldContain("cannot be trusted:");
    }

    [Theory]
    [InlineData("tls-server-name: kubernetes.default")]
    [InlineData("proxy-url: ''")]
    public async Task A_cluster_with_special_settings_is_reached(string setting) =>
        await KubeConfigs.ReadAsync(await _configs.ToClusterAsync(await _configs.AdminAsync(), setting));

    [Fact]
    public async Task A_certificate_that_nobody_shall_check_is_not_checked() => await KubeConfigs.ReadAsync(
        _configs.To($"server: {(await cluster.GetAsync()).Server}, insecure-skip-tls-verify: true", await _configs.AdminAsync()));

    [Fact]
    public async Task A_wrong_token_is_told()
    {
        var access = await _configs.ToClusterAsync("token: wrong-canary");
        var failure = await Should.ThrowAsync<RemoteCallException>(() => KubeConfigs.ReadAsync(access));

        failure.Status.ShouldBe(HttpStatusCode.Unauthorized);
        failure.Message.ShouldContain("does not accept the credentials of the context.");
        failure.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_missing_right_names_the_rule_that_gives_it()
    {
        using var connections = new ClusterConnections(
            await _configs.ToClusterAsync($"{await _configs.AdminAsync()}, as: nobody, as-groups: ['system:authenticated']"), new ToolRunner());

        var failure = await Should.ThrowAsync<RemoteCallException>(
            () => new HelmReleaseRecords(connections, HelmStorage.Of(null)).ListAsync(null, "shop", Stop));

        failure.Status.ShouldBe(HttpStatusCode.Forbidden);
        failure.Message.ShouldContain("does not allow to list secrets in the namespace shop.");
        failure.Message.ShouldContain("User \"nobody\" cannot list");
        failure.Message.ShouldEndWith("Give the user a Role in shop, or a ClusterRole, with the rule apiGroups: [\"\"], resources: [secrets], verbs: [list].");
    }

    [Fact]
    public async Task Files_are_merged_the_first_wins_and_paths_are_relative_to_their_own_file()
    {
        _configs.Write("first/config", "contexts: [{name: it, context: {cluster: it, user: me, namespace: shop}}]\nclusters: []\nusers: []");
        _configs.Write("second/ca.pem", await _configs.AuthorityAsync());
        _configs.Write("second/config", $$$"""
            current-context: it
            contexts: [{name: it, context: {cluster: wrong}}]
            clusters: [{name: it, cluster: {server: '{{{(await cluster.GetAsync()).Server}}}', certificate-authority: ca.pem}}]
            users: [{name: me, user: { {{{await _configs.AdminAsync()}}} }}]
            """);
        using var _ = ProcessEnvironment.With(("KUBECONFIG", string.Join(
            Path.PathSeparator, _configs.PathOf("missing"), _configs.PathOf("first/config"), _configs.PathOf("second/config"))));
        using var connections = new ClusterConnections(new(), new ToolRunner());

        (await connections.GetAsync(null, Stop)).Target.Namespace.ShouldBe("shop");
        (await new KubernetesCluster(connections, new RecordedLog()).ReadCapabilitiesAsync(null, Stop)).DefaultNamespace.ShouldBe("shop");
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_yet_is_looked_for_again()
    {
        var access = await _configs.ToClusterAsync(await _configs.AdminAsync());
        var kubeConfig = access.KubeConfig.ShouldNotBeNull();
        var there = await File.ReadAllTextAsync(kubeConfig, Stop);
        await File.WriteAllTextAsync(kubeConfig, "contexts: []", Stop);
        using var connections = new ClusterConnections(access, new ToolRunner());
        var kube = new KubernetesCluster(connections, new RecordedLog());
        await Should.ThrowAsync<GitOpsException>(() => kube.ConnectAsync(null, Stop));

        await File.WriteAllTextAsync(kubeConfig, there, Stop);

        await kube.ConnectAsync(null, Stop);
        (await kube.ReadCapabilitiesAsync(null, Stop)).Uid.ShouldNotBeEmpty();
    }

    public void Dispose() => _configs.Dispose();
}
