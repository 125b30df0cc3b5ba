using System.Diagnostics;

namespace GitOps.Cake.EndToEnd.Deploying;

public class RunningHooks(SharedCluster shared)
{
    private const string Hooked = """
        hooks:
          - {events: [prepare, cleanup], command: sh, args: ["-c", "echo {{ .Event.Name }} file >> events.log"]}
        releases:
          - name: one
            namespace: NS
            chart: ./chart
            hooks:
              - {events: [prepare, preapply, presync, postsync, cleanup], command: sh, args: ["-c", "echo {{ .Event.Name }} {{ .Release.Name }} {{ .HelmfileCommand }} >> events.log"]}
              - {events: [presync], command: sh, args: ["-c", "env"], showlogs: true}
        """;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Hooks_run_around_a_real_apply_without_the_credentials_of_the_ci(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm).Releases(Hooked);

        var run = await BuildProgram.RunAsync(project.Arguments("HelmfileApply"), ("TMPDIR", project.TempFolder), ("GITHUB_TOKEN", "canary-token"), ("SHOWN", "plainly"));

        run.ShouldSucceed().Output.ShouldContain("hook[presync] logs | SHOWN=plainly");
        run.All.ShouldNotContain("canary-token");
        Events(project).ShouldBe(["prepare file", "prepare one apply", "preapply one apply", "presync one sync", "postsync one sync", "cleanup one sync", "cleanup file"]);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task An_interrupt_reaches_the_hook_and_helm_is_not_called(string signal, int exitCode)
    {
        using var project = new Project(await shared.GetAsync()).Releases(
            "releases:\n  - {name: slow, namespace: NS, chart: ./chart, hooks: [{events: [presync], command: sh, args: [hook.sh]}, {events: [cleanup], command: sh, args: [-c, 'touch cleaned']}]}\n  - {name: later, namespace: NS, chart: ./chart, needs: [slow]}\n");
        project.Write("hook.sh", "trap 'touch heard; exit 1' INT TERM\ntouch started\nwhile :; do sleep 0.1; done\n");
        using var build = BuildProgram.Start(project.Arguments("HelmfileApply"), [("TMPDIR", project.TempFolder)]);
        await Eventually(() => File.Exists(Path.Combine(project.Folder, "started")));

        using var kill = Process.Start("kill", [$"-{signal}", $"{build.Id}"]);
        var run = await BuildProgram.ReadAsync(build);

        run.ExitCode.ShouldBe(exitCode, run.All);
        run.Output.ShouldMatch(@"/slow\s+interrupted");
        run.Output.ShouldMatch(@"/later\s+skipped");
        File.Exists(Path.Combine(project.Folder, "heard")).ShouldBeTrue();
        File.Exists(Path.Combine(project.Folder, "cleaned")).ShouldBeFalse();
        (await project.HelmAsync("list", "--all-namespaces", "--filter", "slow")).ShouldNotContain(project.Namespace);
        Directory.EnumerateFileSystemEntries(project.TempFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static string[] Events(Project project) => File.ReadAllLines(Path.Combine(project.Folder, "events.log"));

    private static async Task Eventually(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
            await Task.Delay(100, limit.Token);
    }
}
