using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using GitOps.Cake.Testing.Tests.Support;
using k8s;
using k8s.Models;

namespace GitOps.Cake.Testing.Tests;

public class LocalControlPlaneTests(SharedControlPlane shared)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_ready_and_keeps_what_is_created()
    {
        var cluster = await shared.GetAsync();
        using var client = cluster.CreateClient();

        await client.CoreV1.CreateNamespaceAsync(new() { Metadata = new() { Name = "keeps" } }, cancellationToken: Cancelled);
        await client.CoreV1.CreateNamespacedConfigMapAsync(
            new() { Metadata = new() { Name = "colours" }, Data = new Dictionary<string, string> { ["sky"] = "blue" } },
            "keeps",
            cancellationToken: Cancelled);

        (await cluster.IsReadyAsync(Cancelled)).ShouldBeTrue();
        var read = await client.CoreV1.ReadNamespacedConfigMapAsync("colours", "keeps", cancellationToken: Cancelled);
        read.Data["sky"].ShouldBe("blue");
    }

    [Fact]
    public async Task It_is_of_the_version_that_its_server_tells()
    {
        var cluster = await shared.GetAsync();
        using var client = cluster.CreateClient();

        (await client.Version.GetCodeAsync(Cancelled)).GitVersion.ShouldBe(cluster.Version);
    }

    [Fact]
    public async Task Its_kubeconfig_names_the_context_and_opens_the_cluster()
    {
        var cluster = await shared.GetAsync();

        var config = KubernetesClientConfiguration.BuildConfigFromConfigFile(cluster.KubeConfigPath);
        using var client = new Kubernetes(config);

        config.CurrentContext.ShouldBe("shared");
        cluster.Context.ShouldBe("shared");
        config.Host.ShouldBe(cluster.Server.GetLeftPart(UriPartial.Authority));
        (await File.ReadAllTextAsync(cluster.KubeConfigPath, Cancelled)).ShouldBe(cluster.KubeConfig);
        (await client.CoreV1.ReadNamespaceAsync("kube-system", cancellationToken: Cancelled)).Metadata.Uid.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Kubectl_understands_its_kubeconfig()
    {
        var cluster = await shared.GetAsync();
        var start = new ProcessStartInfo(Tools.RequireKubectl(), ["--kubeconfig", cluster.KubeConfigPath, "get", "namespace", "default", "-o", "name"])
        {
            RedirectStandardOutput = true,
        };

        using var kubectl = Process.Start(start)!;

        (await kubectl.StandardOutput.ReadToEndAsync(Cancelled)).Trim().ShouldBe("namespace/default");
    }

    [Fact]
    public async Task With_a_controller_manager_a_pod_can_be_created_at_once_in_the_default_namespace()
    {
        var cluster = await shared.GetAsync();
        using var client = cluster.CreateClient();

        var pod = await client.CoreV1.CreateNamespacedPodAsync(Pod("at-once"), "default", cancellationToken: Cancelled);

        pod.Spec.ServiceAccountName.ShouldBe("default");
    }

    [Fact]
    public async Task With_a_scheduler_a_pod_is_told_that_there_is_no_node()
    {
        var cluster = await shared.GetAsync();
        using var client = cluster.CreateClient();
        await client.CoreV1.CreateNamespacedPodAsync(Pod("homeless"), "default", cancellationToken: Cancelled);

        await Eventually.ShouldBecomeAsync(
            () => client.CoreV1.ReadNamespacedPodAsync("homeless", "default", cancellationToken: Cancelled),
            pod => pod.Status.Conditions?.Any(condition => condition is { Type: "PodScheduled", Reason: "Unschedulable" }) == true);
    }

    [Fact]
    public async Task Only_its_owner_can_read_its_folder()
    {
        var cluster = await shared.GetAsync();

        File.GetUnixFileMode(cluster.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string[] secret = [.. Directory.GetFiles(Path.Combine(cluster.Folder, "pki")), .. Directory.GetFiles(cluster.Folder, "*kubeconfig")];
        secret.ShouldContain(file => file.EndsWith(".key", StringComparison.Ordinal));
        secret.ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Its_etcd_talks_to_nobody_without_a_certificate()
    {
        var cluster = await shared.GetAsync();
        var etcd = ProcessTable.Naming(cluster.Folder).Single(line => line.Contains("/etcd --name", StringComparison.Ordinal) && !line.Contains("/bin/sh", StringComparison.Ordinal));
        var url = etcd.Split(' ').Single(part => part.StartsWith("--listen-client-urls=", StringComparison.Ordinal)).Split('=')[1];
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(cluster.Folder, "pki", "etcd-ca.crt"));
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using var stranger = new HttpClient(handler);

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync(new Uri($"{url}/health"), Cancelled));

        refusal.GetBaseException().Message.ShouldMatch("alert .*certificate");
    }

    private static V1Pod Pod(string name) => new()
    {
        Metadata = new() { Name = name },
        Spec = new() { Containers = [new() { Name = "main", Image = "registry.invalid/none" }] },
    };
}
