namespace GitOps.Cake.EndToEnd.Deploying;

public class PendingReleases(SharedCluster shared)
{
    // Nothing runs pods here, so a hook's Job never ends.
    private const string EndlessHook = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: endless\n  annotations:\n    helm.sh/hook: pre-upgrade\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{name: a, image: example.com/none}]\n";

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_revision_that_a_killed_helm_left_pending_is_in_the_plan_with_the_way_out_and_refused_in_helms_words(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm).Releases("releases:\n  - {name: stuck, namespace: NS, chart: ./chart, timeout: 60}\n");
        (await project.ApplyAsync()).ShouldSucceed();
        await KillHelmInTheMiddleOfAnUpgradeAsync(project);

        var wayOut = $"helm rollback stuck -n {project.Namespace}";
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldMatch($"pending-upgrade(.|\n)*{wayOut}");

        var refused = (await project.ApplyAsync()).ShouldFail();
        refused.Error.ShouldContain("another operation");
        refused.Error.ShouldContain("is in progress");
        refused.All.ShouldContain(wayOut);
        refused.Output.ShouldMatch(@"/stuck\s+failed");

        await project.HelmAsync("rollback", "stuck", "--namespace", project.Namespace);
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");
    }

    private static async Task KillHelmInTheMiddleOfAnUpgradeAsync(Project project)
    {
        project.Write("chart/templates/hook.yaml", EndlessHook);
        using var upgrade = project.StartHelm("upgrade", "stuck", Path.Combine(project.Folder, "chart"), "--namespace", project.Namespace);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (!(await project.HelmAsync("list", "--pending", "--namespace", project.Namespace)).Contains("pending-upgrade", StringComparison.Ordinal))
            await Task.Delay(100, limit.Token);

        upgrade.Kill();
        await upgrade.WaitForExitAsync(limit.Token);
        File.Delete(Path.Combine(project.Folder, "chart", "templates", "hook.yaml"));
    }
}
