using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Tests.Applying;

public class OutcomeTests
{
    private const string Diamond = """
        releases:
        - {name: base, namespace: n, chart: ./c}
        - {name: left, namespace: n, chart: ./c, needs: [base]}
        - {name: right, namespace: n, chart: ./c, needs: [base]}
        - {name: top, namespace: n, chart: ./c, needs: [left]}
        - {name: far, namespace: n, chart: ./c, needs: [right]}
        """;

    [Theory]
    [InlineData(FailurePolicy.Stop, "Skipped")]
    [InlineData(FailurePolicy.SkipDependents, "Installed")]
    public async Task A_failed_group_ends_and_what_comes_after_it_is_skipped_by_the_policy(FailurePolicy policy, string far)
    {
        using var folder = new EngineFolder(Diamond) { OnFailure = policy };
        folder.Cluster.Fail = call => call == "upgrade left" ? "no" : null;

        var report = await folder.ApplyAsync();

        report.Releases.ToDictionary(release => release.Release.Name, release => release.Outcome.ToString()).ShouldBe(new Dictionary<string, string>
        {
            ["base"] = "Installed",
            ["left"] = "Failed",
            ["right"] = "Installed",
            ["top"] = "Skipped",
            ["far"] = far,
        });
    }

    [Fact]
    public async Task An_uninstall_that_fails_stops_other_uninstalls_after_it_and_no_upgrade()
    {
        using var folder = new EngineFolder("releases:\n- {name: a, namespace: n, chart: ./c, installed: false}\n- {name: b, namespace: n, chart: ./c, installed: false, needs: [a]}\n- {name: c, namespace: n, chart: ./c}\n");
        folder.Cluster.Deploy("a");
        folder.Cluster.Deploy("b");
        folder.Cluster.Fail = call => call == "uninstall b" ? "no" : null;

        var report = await folder.ApplyAsync();

        report.Succeeded.ShouldBeFalse();
        folder.Journal().ShouldBe(["uninstall b", "upgrade c"]);
        report.Releases.Single(release => release.Release.Name == "a").Reason.ShouldBe("Release n/b failed before it.");
    }

    [Fact]
    public async Task A_file_that_fails_stops_those_after_it()
    {
        using var folder = new EngineFolder("helmfiles: [one.yaml, two.yaml]\nreleases:\n- {name: parent, namespace: n, chart: ./c}\n");
        folder.Write("one.yaml", "releases:\n- {name: one, namespace: n, chart: ./c}\n");
        folder.Write("two.yaml", "releases:\n- {name: two, namespace: n, chart: ./c}\n");
        folder.Cluster.Fail = call => call == "upgrade one" ? "no" : null;

        var report = await folder.ApplyAsync();

        folder.Journal().ShouldBe(["upgrade one"]);
        report.Releases.Select(release => release.Outcome).ShouldBe([ReleaseOutcomeKind.Failed, ReleaseOutcomeKind.Skipped, ReleaseOutcomeKind.Skipped]);
    }

    [Theory]
    [InlineData(false, "Installed")]
    [InlineData(true, "Skipped")]
    public async Task Files_of_a_folder_do_not_wait_for_each_other_unless_asked_to(bool inTurn, string second)
    {
        using var folder = new EngineFolder("");
        folder.Write("many/1.yaml", "releases:\n- {name: one, namespace: n, chart: ../c}\n");
        folder.Write("many/2.yaml", "releases:\n- {name: two, namespace: n, chart: ../c}\n");
        folder.Scope = folder.Scope with { File = "many", SequentialHelmfiles = inTurn };
        folder.Cluster.Fail = call => call == "upgrade one" ? "no" : null;

        var report = await folder.ApplyAsync();

        report.Releases.Select(release => release.Outcome.ToString()).ShouldBe(["Failed", second]);
    }

    [Fact]
    public async Task What_the_server_forbids_to_update_is_installed_anew_where_the_release_allows_it()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c, updateStrategy: reinstallIfForbidden, deleteTimeout: 7, hooks: [{events: [preuninstall, postuninstall], command: say, args: ['{{ .Event.Name }}']}]}\n");
        folder.Cluster.Deploy("one", text: "old");
        var refused = false;
        folder.Cluster.Fail = call => call == "upgrade one" && !refused && (refused = true) ? "spec: Forbidden: updates to statefulset spec" : null;

        var outcome = (await folder.ApplyAsync()).Releases.ShouldHaveSingleItem();

        (outcome.Outcome, outcome.Revision).ShouldBe((ReleaseOutcomeKind.Reinstalled, 1));
        folder.Journal().ShouldBe(["upgrade one", "preuninstall", "uninstall one", "postuninstall", "upgrade one"]);
        (folder.Cluster.LastUninstall!.Wait, folder.Cluster.LastUninstall.Timeout).ShouldBe((true, TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public async Task Any_other_failure_is_no_reason_to_install_anew()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c, updateStrategy: reinstallIfForbidden}\n");
        folder.Cluster.Deploy("one", text: "old");
        folder.Cluster.Fail = call => call == "upgrade one" ? "timed out" : null;

        (await folder.ApplyAsync()).Releases.ShouldHaveSingleItem().Outcome.ShouldBe(ReleaseOutcomeKind.Failed);
    }

    [Theory]
    [InlineData("rollbackOnFailure: true", "rollbackOnFailure")]
    [InlineData("forceConflicts: true", "forceConflicts")]
    [InlineData("serverSide: \"true\"", "serverSide")]
    public async Task Options_of_helm_4_are_refused_with_helm_3_before_anything_changes(string option, string name)
    {
        using var folder = new EngineFolder($"releases:\n- {{name: first, namespace: n, chart: ./c}}\n- {{name: one, namespace: n, chart: ./c, needs: [first], {option}}}\n", helmVersion: "3.17.2");

        var report = await folder.ApplyAsync();

        folder.Journal().ShouldBeEmpty();
        report.Releases[1].Reason!.ShouldContain(name);
        report.Releases[1].Reason!.ShouldContain("Use helm 4");
    }

    [Fact]
    public async Task What_only_an_upgrade_would_follow_is_refused_before_one_and_by_nothing_else()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c, trackMode: kubedog}\n");

        (await folder.DiffAsync()).IsPartial.ShouldBeFalse();
        (await Should.ThrowAsync<GitOpsException>(folder.ApplyAsync())).IsRefusal.ShouldBeTrue();
        folder.Journal().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("3.17.2", ReleaseOutcomeKind.Installed)]
    [InlineData("4.1.0", ReleaseOutcomeKind.Failed)]
    public async Task Pods_are_recreated_by_helm_3_alone(string helmVersion, ReleaseOutcomeKind outcome)
    {
        using var folder = new EngineFolder("helmDefaults: {recreatePods: true}\nreleases:\n- {name: one, namespace: n, chart: ./c}\n", helmVersion);

        (await folder.DiffAsync()).IsPartial.ShouldBeFalse();
        var release = (await folder.ApplyAsync()).Releases.ShouldHaveSingleItem();

        release.Outcome.ShouldBe(outcome);
        if (outcome == ReleaseOutcomeKind.Failed)
            release.Reason!.ShouldContain("recreatePods");
    }

    [Theory]
    [InlineData("serverSide: \"true\"", true)]
    [InlineData("forceConflicts: true", false)]
    public async Task A_comparison_with_helm_3_refuses_what_it_would_hand_to_helm(string option, bool refused)
    {
        using var folder = new EngineFolder($"releases:\n- {{name: one, namespace: n, chart: ./c, {option}}}\n", helmVersion: "3.17.2");

        (await folder.DiffAsync()).IsPartial.ShouldBe(refused);
    }

    [Fact]
    public async Task An_interrupted_upgrade_says_in_which_state_it_was_left()
    {
        using var folder = new EngineFolder(Diamond);
        using var interrupt = new CancellationTokenSource();
        folder.Cluster.During = _ => interrupt.CancelAsync();

        var report = await folder.ApplyAsync(interrupt.Token);

        report.Interrupted.ShouldBeTrue();
        report.Releases[0].Outcome.ShouldBe(ReleaseOutcomeKind.Interrupted);
        report.Releases[0].Reason!.ShouldContain("Its last revision is 1, failed");
        report.Releases.Skip(1).ShouldAllBe(release => release.Outcome == ReleaseOutcomeKind.Skipped);
    }
}
