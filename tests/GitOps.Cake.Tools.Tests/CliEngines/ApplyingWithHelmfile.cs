using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.CliEngines;

public class ApplyingWithHelmfile
{
    private readonly Replay _helmfile = new Replay().Lists("infra/cache", "shop/api", "shop/old", "shop/web");

    [Fact]
    public async Task An_apply_has_an_outcome_per_release()
    {
        _helmfile.Answers("diff-changed-diff").Answers("apply-changed-detailed").Has("infra", "cache 1 deployed").Has("shop", "api 1 deployed", "web 1 deployed");
        Plan? planned = null;

        var report = await ApplyAsync(new() { Scope = Replay.Scope }, plan => planned = plan);

        Outcomes(report).ShouldBe(["infra/cache Unchanged", "shop/old Installed", "shop/api Upgraded", "shop/web Unchanged"]);
        report.Succeeded.ShouldBeTrue();
        report.Plan.ShouldBeSameAs(planned);
        report.Releases[1].ChartVersion.ShouldBe("0.1.0");
        report.Releases[2].Revision.ShouldBe(2);
        _helmfile.Calls().Last().ShouldContain(" apply --detailed-exitcode ");
    }

    [Fact]
    public async Task Where_nothing_differs_helmfile_has_nothing_to_apply()
    {
        _helmfile.Lists("infra/cache", "shop/api", "shop/old-", "shop/web").Answers("diff-unchanged-detailed");

        var report = await ApplyAsync(new() { Scope = Replay.Scope });

        report.Releases.ShouldAllBe(release => release.Outcome == ReleaseOutcomeKind.Unchanged);
        _helmfile.Calls().ShouldNotContain(line => line.Contains("apply"));
    }

    [Fact]
    public async Task What_the_plan_s_hearer_throws_stops_the_apply()
    {
        _helmfile.Answers("diff-changed-diff");

        await Should.ThrowAsync<GitOpsException>(() => ApplyAsync(new() { Scope = Replay.Scope }, _ => throw new GitOpsException("Not approved.")));

        _helmfile.Calls().ShouldNotContain(line => line.Contains("apply"));
    }

    [Fact]
    public async Task A_failure_is_explained_and_what_comes_after_it_is_skipped()
    {
        _helmfile.Lists("shop/first", "shop/bad", "shop/beside", "shop/after").Answers("apply-fails");
        _helmfile.Tools.On("helmfile", "diff", DiffOf("apply-fails"));

        var report = await ApplyAsync(new() { Scope = Replay.Scope });

        Outcomes(report).ShouldBe(["shop/first Installed", "shop/bad Failed", "shop/beside Installed", "shop/after Skipped"]);
        report.Releases[1].Reason!.ShouldContain("Invalid value: 0");
        report.Releases[3].Reason.ShouldBe("Release shop/bad failed before it.");
        report.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task An_interrupted_apply_says_what_was_left()
    {
        _helmfile.Lists("shop/waiting").Answers("upgrade-interrupted");
        _helmfile.Tools.On("helmfile", "diff", DiffOf("upgrade-interrupted"));

        var report = await ApplyAsync(new() { Scope = Replay.Scope });

        report.Interrupted.ShouldBeTrue();
        report.Releases.Single().Outcome.ShouldBe(ReleaseOutcomeKind.Interrupted);
        report.Releases.Single().Reason!.ShouldContain("No revision of it is in the cluster.");
    }

    [Fact]
    public async Task A_crash_with_the_exit_code_of_changes_is_no_change()
    {
        _helmfile.Lists("shop/slow").Answers("hook-interrupted");
        _helmfile.Tools.On("helmfile", "diff", DiffOf("hook-interrupted"));

        var report = await ApplyAsync(new() { Scope = Replay.Scope });

        report.Releases.Single().Outcome.ShouldBe(ReleaseOutcomeKind.Unknown);
        report.Releases.Single().Reason!.ShouldContain("crashed");
    }

    [Fact]
    public async Task A_release_that_helmfile_leaves_failed_fails_the_apply()
    {
        _helmfile.Lists("shop/first", "shop/bad", "shop/beside", "shop/after").Answers("diff-after-failure")
            .Has("shop", "first 2 deployed", "bad 2 failed", "beside 2 deployed", "after 1 deployed");

        var report = await ApplyAsync(new() { Scope = Replay.Scope });

        report.Succeeded.ShouldBeFalse();
        report.Releases.Single(release => release.IsFailure).Reason!.ShouldContain("RetryFailed");
    }

    [Fact]
    public async Task A_release_that_failed_is_synced_where_that_is_asked_for()
    {
        _helmfile.Lists("shop/first", "shop/bad", "shop/beside", "shop/after").Answers("diff-after-failure").Answers("sync-fails")
            .Has("shop", "first 2 deployed", "bad 2 failed", "beside 2 deployed", "after 1 deployed");

        var report = await ApplyAsync(new() { Scope = Replay.Scope, RetryFailed = true });

        _helmfile.Calls().Last().ShouldContain("--selector name=bad,namespace=shop sync");
        report.Releases.Single(release => release.Release.Name == "bad").Reason!.ShouldContain("Invalid value: 0");
    }

    [Fact]
    public async Task A_sync_and_a_destroy_have_outcomes_too()
    {
        _helmfile.Lists("infra/cache", "shop/api", "shop/old-", "shop/web").Answers("sync").Answers("destroy");
        using var client = _helmfile.Client();

        Outcomes(await client.SyncAsync(new() { Scope = Replay.Scope }, TestContext.Current.CancellationToken))
            .ShouldBe(["infra/cache Upgraded", "shop/api Upgraded", "shop/web Upgraded"]);
        Outcomes(await client.DestroyAsync(new() { Scope = Replay.Scope }, TestContext.Current.CancellationToken))
            .ShouldBe(["shop/web Uninstalled", "shop/api Uninstalled", "infra/cache Uninstalled"]);
    }

    [Fact]
    public async Task Without_a_named_cluster_nothing_is_changed()
    {
        _helmfile.Answers("build", "build");

        await Should.ThrowAsync<InvalidSettingsException>(() => ApplyAsync(new() { Scope = Replay.Scope with { UseCurrentContext = false } }));

        _helmfile.Calls().ShouldNotContain(line => line.Contains("apply") || line.Contains("diff"));
    }

    [Fact]
    public async Task Contexts_of_the_state_file_name_the_cluster_too()
    {
        _helmfile.Lists("shop/api").Answers("diff-unchanged-detailed");
        _helmfile.Tools.On("helmfile", "build", new("---\n#  Source: helmfile.yaml\n\nhelmDefaults:\n  kubeContext: east\nreleases:\n  - name: api\n    namespace: shop\nrenderedvalues: {}\n"));

        var report = await ApplyAsync(new() { Scope = Replay.Scope with { UseCurrentContext = false } });

        report.Releases.Select(release => release.Release.ToString()).ShouldContain("east/shop/api");
        _helmfile.Tools.Commands.ShouldContain(command => command.ToString().StartsWith("helm --kube-context east list"));
    }

    [Fact]
    public async Task A_text_that_was_cut_off_is_no_outcome()
    {
        _helmfile.Answers("diff-changed-diff");
        _helmfile.Tools.On("helmfile", "apply", new("Comparing release=cache, chart=charts/cm, namespace=infra\nCompar", "", 2));

        (await Should.ThrowAsync<UnreadableOutputException>(() => ApplyAsync(new() { Scope = Replay.Scope }))).Message.ShouldContain("apply");
    }

    /// <summary>What a diff says before an apply that says the same.</summary>
    private static Testing.ToolAnswer DiffOf(string title)
    {
        var call = Transcripts.TranscriptFolder.Own().Single(call => call.Version == "1.8.0-helm4" && call.Title == title);
        var names = call.Output.Split('\n').Where(line => line.StartsWith("Comparing", StringComparison.Ordinal)).Select(line => line.Split('=', ',')[1]);
        var affected = string.Concat(names.Select(name => $"  {name} (charts/{name}) UPDATED\n"));
        return new(call.Output, $"Affected releases are:\n{affected}\nIdentified at least one change\n", 2);
    }

    private static IEnumerable<string> Outcomes(ApplyReport report) => report.Releases.Select(release => $"{release.Release} {release.Outcome}");

    private async Task<ApplyReport> ApplyAsync(HelmfileApplySettings settings, Action<Plan>? planned = null)
    {
        using var client = _helmfile.Client();
        return await client.ApplyAsync(
            settings,
            (plan, _) =>
            {
                planned?.Invoke(plan);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
    }
}
