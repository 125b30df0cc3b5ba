using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Tests.Applying;

public class SyncTests
{
    private const string State = """
        hooks:
        - {events: [prepare, cleanup], command: say, args: ['{{ .Event.Name }} file {{ .HelmfileCommand }}']}
        releases:
        - name: one
          namespace: n
          chart: ./c
          hooks: &hooks
          - {events: [prepare, preapply, presync, postsync, cleanup], command: say, args: ['{{ .Event.Name }} {{ .Release.Name }} {{ .HelmfileCommand }}']}
        - {name: never, namespace: n, chart: ./c, installed: false, hooks: *hooks}
        """;

    [Fact]
    public async Task Every_wanted_release_is_upgraded_whether_it_differs_or_not()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c}\n- {name: two, namespace: n, chart: ./c}\n");
        folder.Cluster.Deploy("one", revision: 4);

        var report = await folder.SyncAsync();

        report.Plan.Releases.Select(release => release.Reason).ShouldBe([ChangeReason.Synced, ChangeReason.NotInstalled]);
        report.Releases.Select(release => (release.Outcome, release.Revision)).ShouldBe([(ReleaseOutcomeKind.Upgraded, 5), (ReleaseOutcomeKind.Installed, 1)]);
    }

    [Fact]
    public async Task Hooks_of_a_sync_hear_of_a_sync_and_nothing_is_announced()
    {
        using var folder = new EngineFolder(State);
        folder.Cluster.Deploy("one");

        await folder.SyncAsync();

        folder.Journal().ShouldBe(
        [
            "prepare file sync", "prepare one sync", "presync one sync", "upgrade one", "postsync one sync", "cleanup one sync",
            "cleanup never sync", "cleanup file sync",
        ]);
    }

    [Fact]
    public async Task Nothing_is_upgraded_where_one_release_does_not_render()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c}\n- {name: torn, namespace: n, chart: ./c}\n");
        folder.Cluster.Fail = call => call == "template torn" ? "tier must be set" : null;

        var report = await folder.SyncAsync();

        report.Succeeded.ShouldBeFalse();
        folder.Journal().ShouldBeEmpty();
        report.Releases.Select(release => release.Outcome).ShouldBe([ReleaseOutcomeKind.Skipped, ReleaseOutcomeKind.Failed]);
    }

    [Fact]
    public async Task Unwanted_releases_go_first()
    {
        using var folder = new EngineFolder("releases:\n- {name: one, namespace: n, chart: ./c}\n- {name: gone, namespace: n, chart: ./c, installed: false}\n");
        folder.Cluster.Deploy("gone");

        (await folder.SyncAsync()).Succeeded.ShouldBeTrue();

        folder.Journal().ShouldBe(["uninstall gone", "upgrade one"]);
    }
}
