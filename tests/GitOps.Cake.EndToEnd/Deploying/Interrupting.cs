using System.Diagnostics;

namespace GitOps.Cake.EndToEnd.Deploying;

public class Interrupting(SharedCluster shared)
{
    // Nothing runs pods here, so a hook's Job never ends.
    private const string EndlessHook = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: endless\n  annotations:\n    helm.sh/hook: pre-install,pre-upgrade\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{name: a, image: example.com/none}]\n";

    [Theory]
    [InlineData("INT", 130, 3)]
    [InlineData("INT", 130, 4)]
    [InlineData("TERM", 143, 4)]
    public async Task An_interrupted_apply_ends_in_order_and_says_which_release_was_left_in_which_state(string signal, int exitCode, int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm)
            .Releases("releases:\n  - {name: slow, namespace: NS, chart: ./chart}\n  - {name: later, namespace: NS, chart: ./chart, needs: [slow]}\n")
            .Write("chart/templates/hook.yaml", EndlessHook);
        using var build = BuildProgram.Start(project.Arguments("HelmfileApply"), [("TMPDIR", project.TempFolder)]);
        await UntilAsync(async () => (await project.HelmAsync("list", "--pending", "--namespace", project.Namespace)).Contains("pending-install", StringComparison.Ordinal));

        using var kill = Process.Start("kill", [$"-{signal}", $"{build.Id}"]);
        var run = await BuildProgram.ReadAsync(build);

        run.ExitCode.ShouldBe(exitCode, run.All);
        run.Output.ShouldMatch(@"/slow\s+interrupted");
        run.Output.ShouldMatch(@"/later\s+skipped");
        Helms(project).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(project.TempFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();

        File.Delete(Path.Combine(project.Folder, "chart", "templates", "hook.yaml"));
        var next = await project.DiffAsync();
        next.ShouldSucceed().Output.ShouldContain("slow");
    }

    private static IEnumerable<string> Helms(Project project) =>
        Process.GetProcessesByName("helm")
            .Select(process => File.Exists($"/proc/{process.Id}/cmdline") ? File.ReadAllText($"/proc/{process.Id}/cmdline") : "")
            .Where(commandLine => commandLine.Contains(project.Namespace, StringComparison.Ordinal));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (!await condition())
            await Task.Delay(100, limit.Token);
    }
}
