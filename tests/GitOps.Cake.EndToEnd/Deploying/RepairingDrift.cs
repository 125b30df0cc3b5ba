namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>What somebody changed in the cluster by hand, told and repaired.</summary>
public class RepairingDrift(SharedCluster shared)
{
    private const string Objects = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: changed}
        data: {mode: wanted}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: extended}
        data: {mode: wanted}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: deleted}
        data: {mode: wanted}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: defaulted}
        spec:
          selector: {matchLabels: {app: a}}
          template:
            metadata: {labels: {app: a}}
            spec:
              containers:
                - {name: a, image: example.com/a:1, resources: {limits: {cpu: 1000m}}, ports: [{containerPort: 80, protocol: TCP}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: defaulted}
        spec: {selector: {app: a}, ports: [{port: 80, protocol: TCP}]}
        """;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_changed_field_an_added_key_and_a_deleted_object_are_told_and_repaired_and_defaults_are_none(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm)
            .Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart}\n").Write("chart/templates/config.yaml", Objects);
        (await project.ApplyAsync()).ShouldSucceed();
        (await project.DiffAsync("--drift")).ShouldSucceed().Output.ShouldContain("No changes.");
        await ChangeByHandAsync(project);

        // The records say that nothing changed, and a comparison without the live objects says so as well.
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");
        var drift = (await project.DiffAsync("--drift")).ShouldSucceed();
        drift.Output.ShouldContain("data.mode: by-hand → wanted");
        drift.Output.ShouldContain("data.added");
        drift.Output.ShouldContain($"ConfigMap {project.Namespace}/deleted");
        drift.Output.ShouldNotContain("/defaulted");

        (await project.ApplyAsync("--drift")).ShouldSucceed();
        (await project.KubectlAsync("get", "configmap", "changed", "deleted", "--output=jsonpath={.items[*].data.mode}")).ShouldBe("wanted wanted");
        (await project.KubectlAsync("get", "configmap", "extended", "--output=jsonpath={.data}")).ShouldBe("{\"mode\":\"wanted\"}");
        (await project.DiffAsync("--drift")).ShouldSucceed().Output.ShouldContain("No changes.");
    }

    [Fact]
    public async Task A_conflict_of_a_server_side_apply_is_told_before_anything_changes()
    {
        using var project = new Project(await shared.GetAsync())
            .Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart, values: [{mode: first}]}\n");
        (await project.ApplyAsync()).ShouldSucceed();
        project.Write("other.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {mode: taken}\n");
        await project.KubectlAsync("apply", "--server-side", "--force-conflicts", "--field-manager=somebody", $"--filename={Path.Combine(project.Folder, "other.yaml")}");
        project.Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart, values: [{mode: second}]}\n");

        foreach (var run in new[] { await project.DiffAsync("--drift"), await project.ApplyAsync("--server-dry-run") })
        {
            run.All.ShouldContain("conflict");
            run.All.ShouldContain("somebody");
        }

        (await project.HelmAsync("history", "one", "--namespace", project.Namespace)).ShouldNotContain("\n2 ");
        (await project.KubectlAsync("get", "configmap", "one", "--output=jsonpath={.data.mode}")).ShouldBe("taken");

        (await project.ApplyAsync("--drift")).ShouldSucceed();
        (await project.KubectlAsync("get", "configmap", "one", "--output=jsonpath={.data.mode}")).ShouldBe("second");
    }

    private static async Task ChangeByHandAsync(Project project)
    {
        await project.KubectlAsync("patch", "configmap", "changed", "--type=merge", "--patch={\"data\":{\"mode\":\"by-hand\"}}");
        await project.KubectlAsync("patch", "configmap", "extended", "--type=merge", "--patch={\"data\":{\"added\":\"by-hand\"}}");
        await project.KubectlAsync("delete", "configmap", "deleted");
    }
}
