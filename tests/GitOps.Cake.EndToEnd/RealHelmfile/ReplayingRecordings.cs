using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.EndToEnd.RealHelmfile;

/// <summary>What tasks make of the answers of a recorded helmfile: plans, reports, approvals, failures, interruptions.</summary>
public sealed class ReplayingRecordings : IDisposable
{
    private readonly Story _story = new Story().Lists("infra/cache", "shop/api", "shop/old-", "shop/web");

    public ReplayingRecordings() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The dummy is started by a script for sh.");

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
    public async Task What_breaks_a_policy_fails_the_build_with_the_whole_list()
    {
        _story.Lists("infra/cache", "shop/old-", "shop/api").Has("infra/cache", "shop/old", "shop/api").Says("diff", Removed("infra", "cache", "PersistentVolumeClaim (v1)") + Removed("shop", "api", "Namespace (v1)"), """
            Listing releases matching ^old$
            old 	shop     	1       	2026-11-22 21:52:40.880743347 +0000 UTC	deployed	cm-0.1.0	1.0        
            Affected releases are:
              cache (charts/cm) UPDATED
              api (charts/cm) UPDATED
              old (charts/cm) DELETED

            Identified at least one change

            """, exit: 2);

        var run = (await _story.RunAsync("HelmfilePolicy")).ShouldFail();

        run.All.ShouldContain("breaks the policy in 3 places");
        run.All.ShouldContain("shop/old: would be uninstalled");
        run.All.ShouldContain("infra/cache: PersistentVolumeClaim infra/cache: would be removed, and possibly its data");
        run.All.ShouldContain("shop/api: Namespace shop/api: would be removed, and with it everything in it");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task An_interrupted_apply_hands_the_signal_on_and_says_what_was_left(string signal, int exitCode)
    {
        using var build = await _story.Lists("shop/waiting").Waits("apply", "upgrade-interrupted").StartAsync("HelmfileApply", "--current-context");
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

    private static string Removed(string space, string name, string kind) => $"""
        Comparing release={name}, chart=charts/cm, namespace={space}
        {space}, {name}, {kind} has been removed:
        - # Source: cm/templates/data.yaml
        - apiVersion: v1
        - kind: {kind.Split(' ')[0]}
        - metadata:
        -   name: {name}
        + 


        """;
}
