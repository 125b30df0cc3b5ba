using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Tests.Applying;

public class DestroyTests
{
    [Fact]
    public async Task Releases_go_before_those_that_they_need_and_the_last_of_the_file_first()
    {
        using var folder = new EngineFolder("releases:\n- {name: a, namespace: n, chart: ./missing}\n- {name: b, namespace: n, chart: ./c, needs: [a]}\n- {name: c, namespace: n, chart: ./c, installed: false}\n- {name: never, namespace: n, chart: ./c}\n");
        foreach (var release in new[] { "a", "b", "c" })
            folder.Cluster.Deploy(release);

        var report = await folder.DestroyAsync();

        folder.Journal().ShouldBe(["uninstall b", "uninstall c", "uninstall a"]);
        report.Releases.Select(release => $"{release.Release.Name} {release.Outcome}").ShouldBe(["a Uninstalled", "c Uninstalled", "never Unchanged", "b Uninstalled"]);
    }

    [Fact]
    public async Task A_parent_file_goes_before_those_that_it_names_the_last_one_first()
    {
        using var folder = new EngineFolder("helmfiles: [one.yaml, two.yaml]\nreleases:\n- {name: parent, namespace: n, chart: ./c}\n");
        folder.Write("one.yaml", "releases:\n- {name: one, namespace: n, chart: ./c}\n");
        folder.Write("two.yaml", "releases:\n- {name: two, namespace: n, chart: ./c}\n");
        foreach (var release in new[] { "one", "two", "parent" })
            folder.Cluster.Deploy(release);

        await folder.DestroyAsync();

        folder.Journal().ShouldBe(["uninstall parent", "uninstall two", "uninstall one"]);
    }

    [Fact]
    public async Task Hooks_of_a_destroy_enclose_the_uninstall_and_clean_up_after_what_is_not_there()
    {
        using var folder = new EngineFolder("""
            hooks:
            - {events: [prepare, cleanup], command: say, args: ['{{ .Event.Name }} file {{ .HelmfileCommand }}']}
            releases:
            - name: one
              namespace: n
              chart: ./c
              hooks: &hooks
              - {events: [prepare, preapply, presync, preuninstall, postuninstall, postsync, cleanup], command: say, args: ['{{ .Event.Name }} {{ .Release.Name }} {{ .HelmfileCommand }}']}
            - {name: never, namespace: n, chart: ./c, hooks: *hooks}
            """);
        folder.Cluster.Deploy("one");

        await folder.DestroyAsync();

        folder.Journal().ShouldBe(
        [
            "prepare file destroy", "prepare never destroy", "prepare one destroy", "cleanup never delete",
            "preuninstall one delete", "uninstall one", "postuninstall one delete", "cleanup file destroy",
        ]);
    }

    [Fact]
    public async Task Without_charts_there_is_nothing_to_prepare()
    {
        using var folder = new EngineFolder("hooks: [{events: [prepare, cleanup], command: say, args: [file]}]\nreleases:\n- {name: one, namespace: n, chart: ./c, hooks: [{events: [prepare, preuninstall], command: say, args: ['{{ .Event.Name }}']}]}\n");
        folder.Cluster.Deploy("one");

        await folder.DestroyAsync(skipCharts: true);

        folder.Journal().ShouldBe(["preuninstall", "uninstall one"]);
    }

    [Fact]
    public async Task A_failed_uninstall_stops_the_groups_and_files_after_it()
    {
        using var folder = new EngineFolder("helmfiles: [one.yaml]\nreleases:\n- {name: a, namespace: n, chart: ./c}\n- {name: b, namespace: n, chart: ./c, needs: [a]}\n");
        folder.Write("one.yaml", "releases:\n- {name: one, namespace: n, chart: ./c}\n");
        foreach (var release in new[] { "a", "b", "one" })
            folder.Cluster.Deploy(release);
        folder.Cluster.Fail = call => call == "uninstall b" ? "no" : null;

        var report = await folder.DestroyAsync();

        folder.Journal().ShouldBe(["uninstall b"]);
        report.Releases.ToDictionary(release => release.Release.Name, release => release.Outcome).ShouldBe(
            new Dictionary<string, ReleaseOutcomeKind>
            {
                ["a"] = ReleaseOutcomeKind.Skipped,
                ["b"] = ReleaseOutcomeKind.FailedToUninstall,
                ["one"] = ReleaseOutcomeKind.Skipped,
            });
    }
}
