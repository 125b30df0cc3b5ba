using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Tests.Applying;

public class HookOrderTests
{
    private const string State = """
        hooks:
        - {events: [prepare, preapply, presync, postsync, cleanup], command: say, args: ['{{ .Event.Name }} file {{ .HelmfileCommand }}']}
        releases:
        - name: one
          namespace: n
          chart: ./c
          hooks: &hooks
          - {events: [prepare, preapply, presync, preuninstall, postuninstall, postsync, cleanup], command: say, args: ['{{ .Event.Name }} {{ .Release.Name }} {{ .HelmfileCommand }}']}
        - {name: two, namespace: n, chart: ./c, needs: [one], hooks: *hooks}
        - {name: gone, namespace: n, chart: ./c, installed: false, hooks: *hooks}
        """;

    [Fact]
    public async Task An_apply_prepares_all_wanted_ones_announces_all_planned_ones_and_encloses_each_change()
    {
        using var folder = new EngineFolder(State);
        folder.Cluster.Deploy("one");
        folder.Cluster.Deploy("gone");

        (await folder.ApplyAsync()).Succeeded.ShouldBeTrue();

        folder.Journal().ShouldBe(
        [
            "prepare file apply", "prepare one apply", "prepare two apply",
            "preapply two apply", "preapply one apply", "preapply gone apply",
            "presync gone sync", "preuninstall gone sync", "uninstall gone", "postuninstall gone sync", "postsync gone sync", "cleanup gone sync",
            "presync two sync", "upgrade two", "postsync two sync", "cleanup two sync",
            "cleanup one apply", "cleanup file apply",
        ]);
    }

    [Fact]
    public async Task An_apply_without_changes_prepares_and_ends_with_the_hooks_of_the_file_alone()
    {
        using var folder = new EngineFolder(State);
        folder.Cluster.Deploy("one");
        folder.Cluster.Deploy("two");

        (await folder.ApplyAsync()).Succeeded.ShouldBeTrue();

        folder.Journal().ShouldBe(["prepare file apply", "prepare one apply", "prepare two apply", "cleanup file apply"]);
    }

    [Fact]
    public async Task Paired_hooks_clean_up_wherever_they_prepared_and_announce_nothing_but_changes()
    {
        using var folder = new EngineFolder(State) { PairHooks = true };
        folder.Cluster.Deploy("one");

        await folder.ApplyAsync();
        folder.Journal()[3].ShouldBe("preapply two apply");

        await folder.ApplyAsync();
        folder.Journal().ShouldBe(
        [
            "prepare file apply", "prepare one apply", "prepare two apply",
            "cleanup one apply", "cleanup gone apply", "cleanup two apply", "cleanup file apply",
        ]);

        await folder.DestroyAsync();
        folder.Journal().ShouldContain("cleanup one delete");
    }

    [Fact]
    public async Task A_diff_prepares_and_cleans_up()
    {
        using var folder = new EngineFolder(State);

        await folder.DiffAsync();

        folder.Journal().ShouldBe(["prepare file diff", "prepare one diff", "prepare two diff", "cleanup one diff", "cleanup two diff", "cleanup file diff"]);
    }

    [Theory]
    [InlineData("list", "prepare file list,cleanup file list")]
    [InlineData("build", "prepare file build,prepare one build,prepare two build,cleanup file build")]
    [InlineData("show-dag", "prepare file show-dag,prepare one show-dag,prepare two show-dag,cleanup file show-dag")]
    [InlineData("template", "prepare file template,prepare one template,prepare two template,cleanup one template,cleanup two template,cleanup file template")]
    public async Task A_command_that_changes_nothing_runs_the_hooks_that_enclose_it(string command, string hooks)
    {
        using var folder = new EngineFolder(State);

        await folder.RunAsync(command);

        folder.Journal().ShouldBe(hooks.Split(','));
    }

    [Fact]
    public async Task A_failed_presync_keeps_helm_from_being_called_and_is_told_to_postsync()
    {
        using var folder = new EngineFolder("""
            releases:
            - name: one
              namespace: n
              chart: ./c
              hooks:
              - {events: [presync], command: fail, args: [broken]}
              - {events: [postsync, cleanup], command: say, args: ['{{ .Event.Name }} {{ if .Event.Error }}after a failure{{ end }}']}
            - {name: two, namespace: n, chart: ./c, needs: [one]}
            """);

        var report = await folder.ApplyAsync();

        folder.Journal().ShouldBe(["broken", "postsync after a failure", "cleanup "]);
        report.Releases[0].Outcome.ShouldBe(ReleaseOutcomeKind.Failed);
        report.Releases[0].Reason!.ShouldContain("failed at presync with exit status 7");
        report.Releases[0].Reason!.ShouldContain("Helm was not called");
        report.Releases[1].Reason.ShouldBe("Release n/one failed before it.");
    }

    [Fact]
    public async Task A_failed_prepare_stops_everything()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c, hooks: [{events: [prepare], command: fail, args: [x]}]}\n- {name: two, namespace: n, chart: ./c, hooks: [{events: [prepare], command: fail, args: [y]}]}\n");

        var message = (await Should.ThrowAsync<StateFileException>(() => folder.ApplyAsync())).Message;

        message.ShouldContain("n/one\"");
        message.ShouldContain("n/two\"");
        folder.Journal().ShouldBe(["x", "y"]);
    }

    [Fact]
    public async Task A_failed_preapply_stops_before_anything_changes()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c}\n- {name: two, namespace: n, chart: ./c, hooks: [{events: [preapply], command: fail, args: [no]}]}\n");

        var report = await folder.ApplyAsync();

        folder.Journal().ShouldBe(["no"]);
        report.Releases.Select(release => release.Outcome.ToString()).ShouldBe(["Skipped", "Failed"]);
    }

    [Theory]
    [InlineData("postsync")]
    [InlineData("cleanup")]
    public async Task A_hook_that_fails_after_an_upgrade_makes_it_a_failure_that_says_what_was_done(string happened)
    {
        using var folder = new EngineFolder($"releases:\n- {{name: one, namespace: n, chart: ./c, hooks: [{{events: [{happened}], command: fail, args: [late]}}]}}\n");

        var outcome = (await folder.ApplyAsync()).Releases.ShouldHaveSingleItem();

        outcome.Outcome.ShouldBe(ReleaseOutcomeKind.Failed);
        outcome.Reason!.ShouldContain("The release itself was installed before that; its last revision is 1.");
    }

    [Fact]
    public async Task A_hook_that_fails_after_an_uninstall_is_a_warning()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c, installed: false, hooks: [{events: [postsync, cleanup], command: fail, args: [late]}]}\n");
        folder.Cluster.Deploy("one");

        var report = await folder.ApplyAsync();

        report.Succeeded.ShouldBeTrue();
        folder.Warnings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_hook_of_the_file_that_fails_at_the_end_fails_the_run()
    {
        using var folder = new EngineFolder("hooks: [{events: [cleanup], command: fail, args: [end]}]\nreleases:\n- {name: one, namespace: n, chart: ./c}\n");

        var report = await folder.ApplyAsync();

        report.Succeeded.ShouldBeFalse();
        report.Errors.ShouldHaveSingleItem().ShouldContain("failed at cleanup with exit status 7");
        report.Releases.ShouldHaveSingleItem().IsFailure.ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_hooks_of_a_file_run_also_where_a_release_cannot_be_compared()
    {
        using var folder = new EngineFolder("hooks: [{events: [cleanup], command: say, args: ['{{ .Event.Error }}']}]\nreleases:\n- {name: one, namespace: n, chart: ./c}\n");
        folder.Cluster.Fail = call => call == "template one" ? "torn" : null;

        await folder.DiffAsync();
        await folder.ApplyAsync();

        folder.Journal().ShouldBe(["torn", "torn"]);
    }

    [Fact]
    public async Task Hooks_make_charts_and_values_before_these_are_read()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./made, values: [made.yaml], hooks: [{events: [prepare], command: say, args: [make]}]}\n");
        folder.Hooks.During = _ =>
        {
            folder.Write("made/Chart.yaml", "apiVersion: v2\nname: made\nversion: 1.0.0\n");
            folder.Write("made.yaml", "a: 1\n");
            return Task.CompletedTask;
        };

        (await folder.ApplyAsync()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_follows_a_hook_that_was_interrupted()
    {
        using var folder = new EngineFolder(State);
        using var interrupt = new CancellationTokenSource();
        folder.Hooks.During = words => words.StartsWith("presync", StringComparison.Ordinal) ? interrupt.CancelAsync() : Task.CompletedTask;

        var report = await folder.ApplyAsync(interrupt.Token);

        report.Interrupted.ShouldBeTrue();
        report.Releases.Select(release => release.Outcome.ToString()).ShouldBe(["Interrupted", "Unchanged", "Skipped"]);
        folder.Journal()[^1].ShouldBe("presync one sync");
    }
}
