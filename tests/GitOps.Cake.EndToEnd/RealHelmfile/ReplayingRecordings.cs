using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.EndToEnd.RealHelmfile;

/// <summary>Every task on the engine that drives the real helmfile, which here answers as a recorded one did.</summary>
public sealed class ReplayingRecordings : IDisposable
{
    private readonly Story _story = new Story().Lists("infra/cache", "shop/api", "shop/old-", "shop/web");

    public ReplayingRecordings() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The dummy is started by a script for sh.");

    [Theory]
    [InlineData("HelmfileList", "list", "list-json", "api")]
    [InlineData("HelmfileBuild", "build", "build", "charts/web")]
    [InlineData("HelmfilePrintEnv", "print-env", "print-env-json", "production")]
    [InlineData("HelmfileShowDag", "show-dag", "show-dag", "shop/web")]
    [InlineData("HelmfileWriteValues", "write-values", "write-values", "out/api.yaml")]
    [InlineData("HelmfileLint", "lint", "lint", "api")]
    [InlineData("HelmfileDeps", "deps", "deps", "charts/cm")]
    [InlineData("HelmfileRepos", "repos", "repos", "")]
    [InlineData("HelmfileTemplate", "template", "template", "cache")]
    public async Task A_task_runs_its_command(string target, string command, string title, string shown)
    {
        var run = (await _story.Answers(command, title).RunAsync(target)).ShouldSucceed();

        run.All.ShouldContain(shown);
        _story.CommandLines.ShouldContain(line => line.Contains($" {command}"));
    }

    [Theory]
    [InlineData("HelmfileStatus", "status", "status", "deployed")]
    [InlineData("HelmfileTest", "test", "test-none", "cache")]
    public async Task A_task_asks_about_one_release(string target, string command, string title, string shown) =>
        (await _story.Lists("infra/cache").Answers(command, title).RunAsync(target)).ShouldSucceed().All.ShouldContain(shown);

    [Theory]
    [InlineData("HelmfileCache", "cache", "Cache directory: /c\n- charts\n", "", "charts")]
    [InlineData("HelmfileInit", "init", "", "helm is ready\n", "helm is ready")]
    [InlineData("HelmfileCreate", "create", "Created helmfile.yaml\n", "", "Created helmfile.yaml")]
    [InlineData("HelmfileFetch", "fetch", "", "Charts will be downloaded to: out\n", "")]
    [InlineData("HelmfileUnitTest", "unittest", "", "Unit testing release=api, chart=charts/web\n", "api")]
    public async Task A_task_without_a_recording_runs_its_command_too(string target, string command, string output, string log, string shown)
    {
        (await _story.Says(command, output, log).RunAsync(target)).ShouldSucceed().All.ShouldContain(shown);

        _story.CommandLines.ShouldContain(line => line.Contains($" {command}"));
    }

    [Fact]
    public async Task The_version_is_the_one_of_helmfile() =>
        (await _story.RunAsync("HelmfileVersion")).ShouldSucceed().All.ShouldContain("1.8.0");

    [Fact]
    public async Task A_diff_shows_the_plan()
    {
        var run = (await _story.Lists("infra/cache", "shop/api", "shop/old", "shop/web").Answers("diff", "diff-changed-diff").RunAsync("HelmfileDiff")).ShouldSucceed();

        run.Output.ShouldContain("shop/api");
        run.Output.ShouldContain("spec.replicas");
        run.All.ShouldNotContain("++++++++ # (");
    }

    [Fact]
    public async Task An_apply_shows_what_became_of_every_release()
    {
        _story.Lists("infra/cache", "shop/api", "shop/old", "shop/web").Answers("diff", "diff-changed-diff").Answers("apply", "apply-changed-detailed");

        var run = (await _story.RunAsync("HelmfileApply", "--current-context")).ShouldSucceed();

        run.Output.ShouldContain("Upgrading release=api");
        run.Output.ShouldContain("shop/old");
    }

    [Fact]
    public async Task A_plan_is_approved_by_file_and_by_digest_and_nothing_else_is_applied()
    {
        _story.Lists("infra/cache", "shop/api", "shop/old", "shop/web").Answers("diff", "diff-changed-diff").Answers("apply", "apply-changed-detailed");
        var plan = _story.PathOf("plan.json");
        (await _story.RunAsync("HelmfileDiff", $"--plan={plan}")).ShouldSucceed();

        (await _story.RunAsync("HelmfileApply", "--current-context", $"--accept={new string('0', 64)}")).ShouldFail();
        _story.CommandLines.ShouldNotContain(line => line.Contains(" apply"));

        (await _story.RunAsync("HelmfileApply", "--current-context", $"--approved={plan}")).ShouldSucceed();
        (await _story.RunAsync("HelmfileApply", "--current-context", $"--accept={_story.DigestOf("plan.json")}")).ShouldSucceed();
    }

    [Fact]
    public async Task A_failing_comparison_fails_the_build_and_names_the_release()
    {
        var run = (await _story.Lists("shop/refuses").Answers("diff", "diff-chart-fails").RunAsync("HelmfileDiff")).ShouldFail();

        run.All.ShouldContain("shop/refuses");
        run.All.ShouldContain("set owner");
    }

    [Fact]
    public async Task A_sync_and_a_destroy_report_too()
    {
        _story.Answers("sync", "sync").Answers("destroy", "destroy");

        (await _story.RunAsync("HelmfileSync", "--current-context")).ShouldSucceed().Output.ShouldContain("shop/web");
        (await _story.RunAsync("HelmfileDestroy", "--current-context")).ShouldSucceed().Output.ShouldContain("shop/web");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task An_interrupted_apply_hands_the_signal_on_and_says_what_was_left(string signal, int exitCode)
    {
        using var build = _story.Lists("shop/waiting").Waits("apply", "upgrade-interrupted").Start("HelmfileApply", "--current-context");
        var said = new StringBuilder();
        var waiting = 0;
        while (waiting == 0 && await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.AppendLine(line);
            waiting = line.Split(' ') is ["waiting", var id] ? int.Parse(id, CultureInfo.InvariantCulture) : 0;
        }

        using var kill = Process.Start("kill", [$"-{signal}", $"{build.Id}"]);
        var run = await Deploying.BuildProgram.ReadAsync(build);

        run.ExitCode.ShouldBe(exitCode, said + run.All);
        run.Output.ShouldMatch(@"shop/waiting\s+interrupted");
        run.Output.ShouldContain("Release waiting has been cancelled.");
        Should.Throw<ArgumentException>(() => Process.GetProcessById(waiting));
    }

    [Fact]
    public async Task An_apply_without_a_named_cluster_is_refused_before_anything_is_compared()
    {
        (await _story.Answers("build", "build").RunAsync("HelmfileApply")).ShouldFail().All.ShouldContain("--current-context");

        _story.CommandLines.ShouldNotContain(line => line.Contains(" diff"));
    }

    public void Dispose() => _story.Dispose();
}
