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

    private const string EveryEvent = """
        hooks:
          - {events: [prepare, preapply, presync, postsync, cleanup], command: sh, args: ["-c", "echo {{ .Event.Name }} file {{ .HelmfileCommand }} >> events.log"]}
        releases:
          - name: one
            namespace: NS
            chart: ./chart
            hooks:
              - {events: [prepare, preapply, presync, preuninstall, postuninstall, postsync, cleanup], command: sh, args: ["-c", "echo {{ .Event.Name }} {{ .Release.Name }} {{ .HelmfileCommand }} >> events.log"]}
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
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_event_of_every_command_runs_its_hooks_in_helmfiles_order(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm).Releases(EveryEvent);
        async Task<string[]> EventsOf(string target)
        {
            File.Delete(Path.Combine(project.Folder, "events.log"));
            (await project.RunAsync(target, "--concurrency=1")).ShouldSucceed();
            return Events(project);
        }

        (await EventsOf("HelmfileDiff")).ShouldBe(["prepare file diff", "prepare one diff", "cleanup one diff", "cleanup file diff"]);
        (await EventsOf("HelmfileTemplate")).ShouldBe(["prepare file template", "prepare one template", "cleanup one template", "cleanup file template"]);
        (await EventsOf("HelmfileLint")).ShouldBe(["prepare file lint", "prepare one lint", "cleanup one lint", "cleanup file lint"]);
        (await EventsOf("HelmfileApply")).ShouldBe(
            ["prepare file apply", "prepare one apply", "preapply one apply", "presync one sync", "postsync one sync", "cleanup one sync", "cleanup file apply"]);
        (await EventsOf("HelmfileSync")).ShouldBe(
            ["prepare file sync", "prepare one sync", "presync one sync", "postsync one sync", "cleanup one sync", "cleanup file sync"]);
        project.Releases(EveryEvent.Replace("chart: ./chart", "chart: ./chart\n    installed: false", StringComparison.Ordinal));
        (await EventsOf("HelmfileApply")).ShouldBe(
            ["prepare file apply", "preapply one apply", "presync one sync", "preuninstall one sync", "postuninstall one sync", "postsync one sync", "cleanup one sync", "cleanup file apply"]);
        project.Releases(EveryEvent);
        (await EventsOf("HelmfileApply")).Length.ShouldBe(7);
        (await EventsOf("HelmfileDestroy")).ShouldBe(["prepare file destroy", "prepare one destroy", "preuninstall one delete", "postuninstall one delete", "cleanup file destroy"]);
    }

    [Theory]
    [InlineData("prepare", false)]
    [InlineData("preapply", false)]
    [InlineData("presync", false)]
    [InlineData("postsync", true)]
    public async Task A_hook_that_fails_is_named_with_its_words_and_keeps_what_comes_after_from_happening(string failing, bool deployed)
    {
        using var project = new Project(await shared.GetAsync()).Releases(
            $"releases:\n  - {{name: one, namespace: NS, chart: ./chart, hooks: [{{name: guard, events: [{failing}], command: sh, args: [-c, 'echo told by the hook; exit 3']}}]}}\n  - {{name: later, namespace: NS, chart: ./chart, needs: [one]}}\n");

        var run = (await project.ApplyAsync()).ShouldFail();

        run.Error.ShouldContain("hook[guard]");
        run.Error.ShouldContain("exit status 3");
        run.Error.ShouldContain("told by the hook");
        var list = await project.HelmAsync("list", "--namespace", project.Namespace);
        list.Contains("one", StringComparison.Ordinal).ShouldBe(deployed);
        list.ShouldNotContain("later");
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
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (!condition())
            await Task.Delay(100, limit.Token);
    }
}
