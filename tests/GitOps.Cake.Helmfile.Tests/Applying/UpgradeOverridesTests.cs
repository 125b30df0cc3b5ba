using GitOps.Cake.Helmfile.Applying;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Applying;

public class UpgradeOverridesTests
{
    private static async Task<Release> ApplyAsync(string keys, UpgradeChoices choices, string defaults = "{}")
    {
        using var folder = new StateFolder(("helmfile.yaml", $"helmDefaults: {defaults}\nreleases:\n- {{name: app, chart: ./c, labels: {{tier: web}}, {keys}}}\n"));
        return UpgradeOverrides.Apply((await folder.LoadAsync()).Releases.ShouldHaveSingleItem(), choices);
    }

    [Theory]
    [InlineData("wait: false", false, false)]
    [InlineData("wait: false", true, true)]
    [InlineData("wait: true", false, true)]
    public async Task A_flag_counts_as_soon_as_one_side_sets_it(string keys, bool chosen, bool expected) =>
        (await ApplyAsync(keys, new() { Wait = chosen }, "{wait: true}")).Options.Wait.ShouldBe(expected);

    [Fact]
    public async Task A_time_and_a_description_are_the_users_first()
    {
        var options = (await ApplyAsync("timeout: 5, description: theirs", new() { UpgradeTimeout = TimeSpan.FromSeconds(9), Description = "mine" })).Options;

        (options.Timeout, options.Description).ShouldBe((TimeSpan.FromSeconds(9), "mine"));
    }

    [Theory]
    [InlineData("cascade: orphan, serverSide: \"false\"", "orphan", "false")]
    [InlineData("installed: true", "foreground", "true")]
    public async Task Cascade_and_server_side_apply_are_the_releases_first_then_the_users_then_those_of_the_file(string keys, string cascade, string serverSide)
    {
        var release = await ApplyAsync(
            keys, new() { Cascade = DeletionCascade.Foreground, ServerSide = ServerSideApply.Enabled }, "{cascade: background, serverSide: auto}");

        (release.Uninstall.Cascade, release.Options.ServerSide).ShouldBe((cascade, serverSide));
    }

    [Theory]
    [InlineData(PreviousValues.AsDeclared, true)]
    [InlineData(PreviousValues.Reuse, true)]
    [InlineData(PreviousValues.Reset, false)]
    public async Task Values_of_the_last_revision_are_kept_unless_a_reset_is_asked_for(PreviousValues choice, bool reused) =>
        (await ApplyAsync("reuseValues: true", new() { PreviousValues = choice })).Options.ReuseValues.ShouldBe(reused);

    [Fact]
    public async Task Words_for_upgrades_take_the_place_of_the_files() =>
        (await ApplyAsync("installed: true", new() { SyncArgs = ["--debug"] }, "{syncArgs: [--dry-run]}")).Options.SyncArguments.ShouldBe(["--debug"]);

    [Fact]
    public async Task Labels_reach_the_record_where_the_user_wants_them_without_those_that_helm_keeps()
    {
        var options = (await ApplyAsync("installed: true", new() { SyncReleaseLabels = true })).Options;

        options.Labels.ShouldBe(new Dictionary<string, string> { ["chart"] = "c", ["namespace"] = "", ["tier"] = "web" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("trackMode: helm-legacy", null, true)]
    [InlineData("trackMode: helm", TrackMode.HelmLegacy, false)]
    [InlineData("installed: true", TrackMode.HelmLegacy, true)]
    [InlineData("installed: true", null, false)]
    public async Task Who_waits_is_the_releases_word_first(string keys, TrackMode? chosen, bool legacy) =>
        (await ApplyAsync(keys, new() { Track = new() { Mode = chosen } })).Options.LegacyWait.ShouldBe(legacy);
}
