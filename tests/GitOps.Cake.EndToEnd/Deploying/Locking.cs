namespace GitOps.Cake.EndToEnd.Deploying;

public class Locking(SharedCluster shared)
{
    // Nothing runs pods here, so a hook's Job never ends.
    private const string EndlessHook = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: endless\n  annotations:\n    helm.sh/hook: pre-install\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{name: a, image: example.com/none}]\n";

    [Fact]
    public async Task While_one_applies_another_fails_by_choice_and_takes_over_when_the_first_is_killed()
    {
        using var project = new Project(await shared.GetAsync())
            .Releases("releases:\n  - {name: slow, namespace: NS, chart: ./chart}\n")
            .Write("chart/templates/hook.yaml", EndlessHook);
        using var first = BuildProgram.Start(project.Arguments("HelmfileApply", "--lock-duration=20"), [("TMPDIR", project.TempFolder)]);
        while (!first.HasExited && !(await project.HelmAsync("list", "--pending", "--namespace", project.Namespace)).Contains("pending-install", StringComparison.Ordinal))
        {
        }

        var second = (await project.ApplyAsync("--lock=fail")).ShouldFail();
        second.All.ShouldContain("is locked");
        second.All.ShouldContain(Environment.MachineName);

        first.Kill(entireProcessTree: true);
        await BuildProgram.ReadAsync(first);

        (await project.ApplyAsync("--lock-timeout=120")).All.ShouldContain("It is taken over.");
    }
}
