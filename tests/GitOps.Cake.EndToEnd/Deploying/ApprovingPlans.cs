using System.Text.Json;
using GitOps.Cake.Testing;

namespace GitOps.Cake.EndToEnd.Deploying;

public class ApprovingPlans(SharedCluster shared)
{
    private const string OneRelease = "releases:\n  - {name: one, namespace: NS, chart: ./chart, values: [values.yaml]}\n";

    [Fact]
    public async Task A_plan_that_was_approved_is_applied_by_its_file_and_by_its_digest()
    {
        using var project = await NewAsync();
        var plan = await PlanAsync(project);

        (await project.ApplyAsync($"--approved={plan}")).ShouldSucceed().Output.ShouldContain("1 installed");

        project.Write("values.yaml", "mode: fancy\n");
        await PlanAsync(project);
        (await project.ApplyAsync($"--accept={new string('0', 64)}")).ShouldFail();
        (await project.ApplyAsync($"--accept={Digest(plan)}")).ShouldSucceed().Output.ShouldContain("1 upgraded");
    }

    [Fact]
    public async Task Values_and_charts_that_moved_since_stop_the_apply_and_are_shown()
    {
        using var project = await NewAsync();
        var plan = await PlanAsync(project);

        project.Write("values.yaml", "mode: fancy\n");
        await ShouldStopAsync(project, plan, "what is wanted is not what it was");

        project.Write("values.yaml", "mode: plain\n").Write("chart/templates/more.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n");
        await ShouldStopAsync(project, plan, "more");
    }

    [Fact]
    public async Task A_plan_of_another_cluster_is_not_applied()
    {
        using var project = await NewAsync();
        var plan = await PlanAsync(project);
        await using var other = await LocalControlPlane.StartAsync(new() { Binaries = RealTools.Folder }, TestContext.Current.CancellationToken);

        var apply = await BuildProgram.RunAsync(
            [
                .. project.Arguments("HelmfileApply", $"--approved={plan}").Where(argument => !argument.StartsWith("--kube", StringComparison.Ordinal) && !argument.StartsWith("--context", StringComparison.Ordinal)),
                $"--kubeconfig={other.KubeConfigPath}", $"--context={other.Context}",
            ],
            [.. project.Variables]);

        apply.ShouldFail().All.ShouldContain("cluster");
    }

    [Fact]
    public async Task What_drifts_after_the_approval_stops_the_apply()
    {
        using var project = await NewAsync();
        (await project.ApplyAsync()).ShouldSucceed();
        await DriftAsync(project, "by-hand");
        var plan = await PlanAsync(project, "--drift");
        await DriftAsync(project, "once-more");

        (await project.ApplyAsync("--drift", $"--approved={plan}")).ShouldFail().All.ShouldContain("once-more");

        (await project.KubectlAsync("get", "configmap", "one", "--output=jsonpath={.data.mode}")).ShouldBe("once-more");
        await DriftAsync(project, "by-hand");
        (await project.ApplyAsync("--drift", $"--approved={plan}")).ShouldSucceed();
        (await project.KubectlAsync("get", "configmap", "one", "--output=jsonpath={.data.mode}")).ShouldBe("plain");
    }

    [Fact]
    public async Task A_plan_in_which_a_comparison_failed_is_never_approved()
    {
        using var project = await NewAsync();
        var plan = Path.Combine(project.Folder, "plan.json");
        var whole = project.Read("chart/templates/config.yaml");
        project.Write("chart/templates/config.yaml", "{{ fail \"not today\" }}");
        (await project.DiffAsync($"--plan={plan}")).ShouldFail();
        project.Write("chart/templates/config.yaml", whole);

        (await project.ApplyAsync($"--approved={plan}")).ShouldFail().All.ShouldContain("partial");
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("one");
    }

    private async Task<Project> NewAsync() => new Project(await shared.GetAsync()).Releases(OneRelease).Write("values.yaml", "mode: plain\n");

    private static async Task<string> PlanAsync(Project project, params string[] more)
    {
        var plan = Path.Combine(project.Folder, "plan.json");
        (await project.DiffAsync([$"--plan={plan}", .. more])).ShouldSucceed();
        return plan;
    }

    private static async Task ShouldStopAsync(Project project, string plan, string shown)
    {
        (await project.ApplyAsync($"--approved={plan}")).ShouldFail().All.ShouldContain(shown);
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("one");
    }

    private static Task DriftAsync(Project project, string mode) =>
        project.KubectlAsync("patch", "configmap", "one", "--type=merge", $"--patch={{\"data\":{{\"mode\":\"{mode}\"}}}}");

    private static string Digest(string plan)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(plan));
        return document.RootElement.GetProperty("digest").GetString()!;
    }
}
