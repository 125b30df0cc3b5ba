using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.CliEngines;

public class PlanningWithHelmfile
{
    private readonly Replay _helmfile = new Replay().Lists("infra/cache", "shop/api", "shop/old", "shop/web");

    [Fact]
    public async Task A_diff_becomes_a_plan()
    {
        _helmfile.Answers("diff-changed-diff").Has("infra", "cache 1 deployed").Has("shop", "api 3 deployed", "web 2 deployed");

        var plan = await DiffAsync();

        plan.Releases.Select(release => (release.Release.ToString(), release.Action, release.Reason, release.Revision)).ShouldBe(
        [
            ("infra/cache", ReleaseAction.None, ChangeReason.Unchanged, 1),
            ("shop/old", ReleaseAction.Install, ChangeReason.NotInstalled, null),
            ("shop/api", ReleaseAction.Upgrade, ChangeReason.ManifestChanged, 3),
            ("shop/web", ReleaseAction.None, ChangeReason.Unchanged, 2),
        ]);
        var api = plan.Releases[2];
        api.Resources.Select(change => change.Resource.ToString()).ShouldBe(["ConfigMap shop/api", "Deployment shop/api", "Secret shop/api"]);
        api.Resources[1].Resource.ApiVersion.ShouldBe("apps/v1");
        api.Resources[1].Fields.Single().Path.ShouldBe("spec.replicas");
        api.Resources[2].Fields.Single().ShouldSatisfyAllConditions(field => field.Redacted.ShouldBeTrue(), field => field.OldSize.ShouldBe(10), field => field.NewSize.ShouldBe(10));
        api.Resources[2].Diff!.ShouldNotContain("-------- #");
        plan.IsPartial.ShouldBeFalse();
        plan.Origin.Engine.ShouldBe("helmfile 1.8.0");
    }

    [Fact]
    public async Task What_a_rule_calls_secret_is_shown_nowhere()
    {
        _helmfile.Answers("diff-changed-diff");

        var plan = await DiffAsync(new() { Scope = Replay.Scope, Diff = new() { Redact = ["ConfigMap/data/mode"] } });

        var config = plan.Releases.SelectMany(release => release.Resources).Single(change => change.Resource.ToString() == "ConfigMap shop/api");
        config.Fields.Single().Redacted.ShouldBeTrue();
        PlanJson.Write(plan).ShouldNotContain("plain");
        plan.Warnings.ShouldContain(warning => warning.Contains("Redact"));
    }

    [Fact]
    public async Task Helmfile_is_asked_for_the_whole_text_without_colours()
    {
        _helmfile.Answers("diff-changed-diff");

        await DiffAsync(new() { Scope = Replay.Scope with { File = "deploy/helmfile.yaml", Concurrency = 3 }, Diff = new() { Context = 2 } });

        _helmfile.Calls().ShouldBe(
        [
            "--no-color --helm-binary helm --file deploy/helmfile.yaml list --output json",
            "--no-color --helm-binary helm --file deploy/helmfile.yaml diff --detailed-exitcode --concurrency 3",
        ]);
        _helmfile.Log.ShouldContain("Identified at least one change");
    }

    [Fact]
    public async Task On_a_terminal_a_line_per_release_is_told_while_helmfile_works()
    {
        _helmfile.Lists("infra/cache", "shop/api", "shop/old", "shop/web").Answers("diff-changed-diff").Answers("apply-changed-detailed");
        using var client = _helmfile.Client(progressPerRelease: true);

        await client.DiffAsync(new() { Scope = Replay.Scope }, TestContext.Current.CancellationToken);
        _helmfile.Log.Where(line => line.EndsWith('…')).ShouldBe(["Comparing infra/cache …", "Comparing shop/api …", "Comparing shop/old …", "Comparing shop/web …"], ignoreOrder: true);

        await client.ApplyAsync(new() { Scope = Replay.Scope }, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
        _helmfile.Log.Count(line => line == "Upgrading shop/api …").ShouldBe(1);
        _helmfile.Log.Count(line => line == "Comparing shop/api …").ShouldBe(2);
    }

    [Fact]
    public async Task An_uninstall_stands_in_no_text_and_in_the_plan_all_the_same()
    {
        _helmfile.Lists("infra/cache", "shop/api", "shop/old-", "shop/web").Answers("diff-uninstall").Has("shop", "old 1 deployed", "api 2 deployed", "web 1 deployed");

        var plan = await DiffAsync();

        plan.Releases.Single(release => release.Release.Name == "old").Action.ShouldBe(ReleaseAction.Uninstall);
    }

    [Fact]
    public async Task What_is_neither_wanted_nor_there_is_told()
    {
        _helmfile.Lists("infra/cache", "shop/api", "shop/old-", "shop/web").Answers("diff-unchanged-detailed");

        var plan = await DiffAsync();

        plan.HasChanges.ShouldBeFalse();
        plan.Releases.Single(release => release.Release.Name == "old").Reason.ShouldBe(ChangeReason.Absent);
    }

    [Fact]
    public async Task A_comparison_that_failed_makes_the_plan_partial_and_names_its_release()
    {
        _helmfile.Lists("shop/refuses").Answers("diff-chart-fails");

        var plan = await DiffAsync();

        plan.IsPartial.ShouldBeTrue();
        plan.Releases.Single().Error!.ShouldStartWith("shop/refuses: Failed to render chart");
    }

    [Theory]
    [InlineData("failed", ChangeReason.LastRevisionFailed)]
    [InlineData("pending-upgrade", ChangeReason.LastRevisionPending)]
    [InlineData("uninstalled", ChangeReason.NotInstalled)]
    public async Task A_release_that_helmfile_would_leave_as_it_failed_is_named(string status, ChangeReason reason)
    {
        _helmfile.Lists("shop/first", "shop/bad", "shop/beside", "shop/after").Answers("diff-after-failure")
            .Has("shop", "first 2 deployed", $"bad 2 {status}", "beside 2 deployed", "after 1 deployed");

        var bad = (await DiffAsync()).Releases.Single(release => release.Release.Name == "bad");

        bad.Reason.ShouldBe(reason);
        bad.Action.ShouldBe(ReleaseAction.None);
        bad.Detail!.ShouldContain("helmfile will not retry this");
    }

    [Fact]
    public async Task A_release_that_the_output_lacks_is_noticed()
    {
        _helmfile.Lists("infra/cache", "shop/api", "shop/old", "shop/web", "shop/more").Answers("diff-changed-diff");

        (await Should.ThrowAsync<UnreadableOutputException>(() => DiffAsync())).Message.ShouldContain("shop/more");
    }

    [Fact]
    public async Task An_unknown_environment_and_a_selector_without_releases_are_told_apart()
    {
        _helmfile.Answers("unknown-environment", "list");
        await Should.ThrowAsync<UnknownEnvironmentException>(() => DiffAsync(new() { Scope = Replay.Scope with { Environment = "nowhere" } }));

        _helmfile.Answers("list-none", "list");
        await Should.ThrowAsync<NothingSelectedException>(() => DiffAsync(new() { Scope = Replay.Scope with { Selectors = ["tier=none"] } }));
    }

    [Fact]
    public async Task A_flag_that_only_helmfile_itself_turns_out_not_to_know_is_named_with_the_version()
    {
        _helmfile.Answers("unknown-flag");

        (await Should.ThrowAsync<InvalidSettingsException>(() => DiffAsync())).Message
            .ShouldBe("helmfile 1.8.0 does not know --frobnicate: update helmfile, or leave the option out.");
    }

    [Theory]
    [InlineData("0.171.0", "4.1.4", "3.15.11", "helmfile 0.171.0; 1.0.0 is the oldest")]
    [InlineData("1.8.0", "3.9.0", "3.15.11", "helm 3.9.0")]
    public async Task Tools_that_are_too_old_are_named_with_all_ways_to_supply_them(string helmfile, string helm, string diff, string named)
    {
        var tools = Testing.RecordingToolRunner.WithHelmfile(helmfile, helm, diff);
        using var client = new HelmfileClient(new() { Runner = tools });

        (await Should.ThrowAsync<ToolNotFoundException>(() => client.DiffAsync(new() { Scope = Replay.Scope }, TestContext.Current.CancellationToken)))
            .Message.ShouldSatisfyAllConditions(message => message.ShouldContain(named), message => message.ShouldContain("environment variable"));
    }

    [Fact]
    public async Task A_missing_helm_diff_says_how_to_get_it()
    {
        _helmfile.Tools.On("helm", "plugin", new("NAME\tVERSION\tDESCRIPTION\n"));

        (await Should.ThrowAsync<ToolNotFoundException>(() => DiffAsync())).Message.ShouldContain("helm plugin install");
    }

    private async Task<Plan> DiffAsync(HelmfileDiffSettings? settings = null)
    {
        using var client = _helmfile.Client();
        return await client.DiffAsync(settings ?? new() { Scope = Replay.Scope }, TestContext.Current.CancellationToken);
    }
}
