namespace GitOps.Cake.EndToEnd.Deploying;

public class AskingTheCluster(SharedCluster shared)
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_that_asks_for_an_api_gets_the_clusters_answer_and_not_helms(int helm)
    {
        // helm takes autoscaling/v2 for granted; Kubernetes 1.20 does not serve it.
        using var project = new Project(await shared.GetAsync(), helm).Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart}\n");
        project.Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: answer\ndata:\n  scaling: {{ .Capabilities.APIVersions.Has \"autoscaling/v2\" | quote }}\n");

        (await project.ApplyAsync()).ShouldSucceed();

        (await project.HelmAsync("get", "manifest", "one", "--namespace", project.Namespace)).ShouldContain("scaling: \"false\"");
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");
    }

    [Fact]
    public async Task A_chart_that_looks_objects_up_is_planned_as_it_is_deployed()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart}\n");
        project.Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: answer\ndata:\n  system: {{ (lookup \"v1\" \"Namespace\" \"\" \"kube-system\").metadata.name | quote }}\n");

        (await project.ApplyAsync()).ShouldSucceed();

        (await project.HelmAsync("get", "manifest", "one", "--namespace", project.Namespace)).ShouldContain("system: \"kube-system\"");
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");
    }
}
