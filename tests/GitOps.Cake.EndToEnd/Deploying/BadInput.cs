using k8s;
using k8s.Models;

namespace GitOps.Cake.EndToEnd.Deploying;

public class BadInput(SharedCluster shared)
{
    [Theory]
    [InlineData("releases: [\n", "helmfile.yaml")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./chart, enabled: true}\n", "enabled")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./chart, timeout: soon}\n", "timeout")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./chart, needs: [b]}\n  - {name: b, namespace: NS, chart: ./chart, needs: [a]}\n", "cycle")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./chart, needs: [nobody]}\n", "nobody")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./chart, values: [absent.yaml]}\n", "absent.yaml")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./missing}\n", "missing")]
    [InlineData("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n  - {name: a, namespace: NS, chart: ./chart}\n", "duplicate")]
    public async Task A_mistake_in_the_state_file_is_told_with_its_file_and_nothing_is_done(string yaml, string named)
    {
        using var project = new Project(await shared.GetAsync()).Releases(yaml);

        var run = (await project.ApplyAsync()).ShouldFail();

        run.Error.ShouldContain(named);
        run.Error.ShouldContain("helmfile.yaml");
        run.Error.ShouldNotContain("   at GitOps");
        (await project.HelmAsync("list", "--all-namespaces")).ShouldNotContain(project.Namespace);
    }

    [Fact]
    public async Task An_unknown_environment_is_named()
    {
        using var project = new Project(await shared.GetAsync()).Releases("environments:\n  staging: {}\n---\nreleases:\n  - {name: a, namespace: NS, chart: ./chart}\n");

        (await project.ApplyAsync("--environment=prodction")).ShouldFail().Error.ShouldContain("prodction");
    }

    [Fact]
    public async Task A_missing_helm_is_told_with_every_way_to_supply_one()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n");

        var run = await RunWithHelmAsync(project, "/nowhere/helm");

        run.ShouldFail().Error.ShouldContain("/nowhere/helm");
        run.Error.ShouldContain("HELM_BIN");
        run.Error.ShouldContain("PATH");
    }

    [Fact]
    public async Task A_helm_that_is_too_old_is_told_with_its_version()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n")
            .Write("helm", "#!/bin/sh\necho v3.5.0+g32c2223\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(project.Folder, "helm"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        (await RunWithHelmAsync(project, Path.Combine(project.Folder, "helm"))).ShouldFail().Error.ShouldContain("3.5.0");
    }

    [Fact]
    public async Task A_cluster_that_refuses_is_told_with_the_right_that_is_missing()
    {
        var cluster = await shared.GetAsync();
        using var project = new Project(cluster).Releases("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n");
        // Somebody whom the cluster knows and who may do nothing.
        using var client = cluster.CreateClient();
        var token = await CreateTokenAsync(client);
        project.Write("kubeconfig", $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: c
              cluster: {server: "{{cluster.Server}}", insecure-skip-tls-verify: true }
            users:
            - name: u
              user:
                token: {{token}}
            contexts:
            - name: c
              context: {cluster: c, user: u}
            """);

        var run = await BuildProgram.RunAsync(
            ["--target=HelmfileDiff", $"--file={project.Folder}/helmfile.yaml", $"--kubeconfig={project.Folder}/kubeconfig", "--context=c", $"--helm={RealTools.Helm(4)}"]);

        run.ShouldFail().Error.ShouldContain("forbidden", Case.Insensitive);
        run.Error.ShouldNotContain(token);
    }

    [Fact]
    public async Task No_cluster_is_told_with_its_address()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n");
        project.Write("kubeconfig", "apiVersion: v1\nkind: Config\nclusters: [{name: none, cluster: {server: 'http://127.0.0.1:9'}}]\nusers: [{name: u, user: {}}]\ncontexts: [{name: none, context: {cluster: none, user: u}}]\n");

        var run = await BuildProgram.RunAsync(
            ["--target=HelmfileDiff", $"--file={project.Folder}/helmfile.yaml", $"--kubeconfig={project.Folder}/kubeconfig", "--context=none", $"--helm={RealTools.Helm(4)}"]);

        run.ShouldFail().Error.ShouldContain("127.0.0.1:9");
    }

    [Fact]
    public async Task An_apply_without_a_named_cluster_is_refused()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n");

        var run = await BuildProgram.RunAsync(
            ["--target=HelmfileApply", $"--file={project.Folder}/helmfile.yaml", $"--helm={RealTools.Helm(4)}"], ("KUBECONFIG", (await shared.GetAsync()).KubeConfigPath));

        run.ShouldFail().Error.ShouldContain("--context");
    }

    [Theory]
    [InlineData("--enviroment=x", "--environment")]
    [InlineData("--state=success", "--state")]
    public async Task An_option_that_nobody_reads_is_an_error_before_anything_runs(string option, string named)
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: a, namespace: NS, chart: ./chart}\n");

        var run = (await project.ApplyAsync(option)).ShouldFail();

        run.Error.ShouldContain(named);
        run.Output.ShouldNotContain("Plan of");
    }

    private static Task<ProgramRun> RunWithHelmAsync(Project project, string helm) => BuildProgram.RunAsync(
        [.. project.Arguments("HelmfileDiff").Where(argument => !argument.StartsWith("--helm=", StringComparison.Ordinal)), $"--helm={helm}"]);

    private static async Task<string> CreateTokenAsync(Kubernetes client)
    {
        var request = new Authenticationv1TokenRequest { Spec = new() { ExpirationSeconds = 3600, Audiences = [] } };
        return (await client.CoreV1.CreateNamespacedServiceAccountTokenAsync(request, "default", "default")).Status.Token;
    }
}
