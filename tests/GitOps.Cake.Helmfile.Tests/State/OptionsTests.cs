using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class OptionsTests
{
    private static async Task<Release> ReleaseAsync(string defaults, string release)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"helmDefaults: {{{defaults}}}\nreleases:\n- {{name: a, chart: ./c, {release}}}\n"));
        return (await folder.LoadAsync()).Releases.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("wait", "true", "false")]
    [InlineData("waitForJobs", "true", "false")]
    [InlineData("force", "true", "false")]
    [InlineData("forceConflicts", "true", "false")]
    [InlineData("atomic", "true", "false")]
    [InlineData("rollbackOnFailure", "true", "false")]
    [InlineData("cleanupOnFail", "true", "false")]
    [InlineData("reuseValues", "true", "false")]
    [InlineData("disableOpenAPIValidation", "true", "false")]
    [InlineData("createNamespace", "false", "true")]
    public async Task A_release_switches_a_default_on_and_off(string key, string value, string opposite)
    {
        var set = (await ReleaseAsync("", $"{key}: {value}")).Options;
        var unset = (await ReleaseAsync("", $"{key}: {opposite}")).Options;

        set.ToString().ShouldNotBe(unset.ToString());
        (await ReleaseAsync($"{key}: {value}", "")).Options.ToString().ShouldBe(set.ToString());
        (await ReleaseAsync($"{key}: {value}", $"{key}: {opposite}")).Options.ToString().ShouldBe(unset.ToString());
        (await ReleaseAsync($"{key}: {opposite}", $"{key}: {value}")).Options.ToString().ShouldBe(set.ToString());
    }

    [Theory]
    [InlineData("takeOwnership")]
    [InlineData("syncReleaseLabels")]
    public async Task Some_options_are_on_as_soon_as_one_says_so(string key)
    {
        var set = (await ReleaseAsync("", $"{key}: true, labels: {{a: b}}")).Options;

        var both = (await ReleaseAsync($"{key}: true", $"{key}: false, labels: {{a: b}}")).Options;

        (both.TakeOwnership, both.Labels.Count).ShouldBe((set.TakeOwnership, set.Labels.Count));
        (set.TakeOwnership || set.Labels.Count > 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "", null, 10)]
    [InlineData("timeout: 60, historyMax: 3", "", 60, 3)]
    [InlineData("timeout: 60, historyMax: 3", "timeout: 5, historyMax: 0", 5, 0)]
    [InlineData("timeout: 60", "timeout: 0", null, 10)]
    public async Task Numbers_of_the_release_win(string defaults, string release, int? timeout, int historyMax)
    {
        var options = (await ReleaseAsync(defaults, release)).Options;

        (options.Timeout?.TotalSeconds).ShouldBe(timeout);
        options.HistoryMax.ShouldBe(historyMax);
    }

    [Theory]
    [InlineData("cascade: orphan, postRenderer: one, serverSide: auto", "", "orphan", "one", "auto")]
    [InlineData("cascade: orphan, postRenderer: one, serverSide: auto", "cascade: background, postRenderer: two, serverSide: \"false\"", "background", "two", "false")]
    [InlineData("cascade: orphan, postRenderer: one, serverSide: auto", "cascade: '', postRenderer: '', serverSide: ''", "orphan", "one", "auto")]
    public async Task Texts_of_the_release_win_unless_they_are_empty(string defaults, string release, string cascade, string renderer, string serverSide)
    {
        var read = await ReleaseAsync(defaults, release);

        read.Uninstall.Cascade.ShouldBe(cascade);
        read.Rendering.PostRenderer.ShouldBe(renderer);
        read.Options.ServerSide.ShouldBe(serverSide);
    }

    [Fact]
    public async Task Words_for_helm_are_handed_on()
    {
        var release = await ReleaseAsync(
            "args: [--a, x], syncArgs: [--s], templateArgs: [--t], postRendererArgs: [d], suppressOutputLineRegex: [one]",
            "deleteWait: true, deleteTimeout: 9, suppressDiff: true, devel: true, enableDNS: true, skipSchemaValidation: true, description: why");

        release.Rendering.ExtraArguments.ShouldBe(["--a", "x"]);
        release.Options.SyncArguments.ShouldBe(["--s"]);
        release.Rendering.TemplateArguments.ShouldBe(["--t"]);
        release.Rendering.PostRendererArguments.ShouldBe(["d"]);
        release.Comparison.SuppressOutputLineRegex.ShouldBe(["one"]);
        release.Comparison.SuppressDiff.ShouldBeTrue();
        release.Uninstall.Wait.ShouldBeTrue();
        release.Uninstall.Timeout.ShouldBe(TimeSpan.FromSeconds(9));
        (release.Rendering.Devel, release.Rendering.EnableDns, release.Rendering.SkipSchemaValidation).ShouldBe((true, true, true));
        release.Options.Description.ShouldBe("why");
    }

    [Theory]
    [InlineData("['--set k=v']", "--set k=v")]
    [InlineData("[--set, 'k=v  --burst-limit=5']", "--set k=v --burst-limit=5")]
    [InlineData("['--set a=1 --debug --set b=2']", "--set a=1 --set b=2 --debug")]
    [InlineData("['stray --timeout 5m more -q --empty= x']", "--timeout 5m -q --empty")]
    public async Task Words_for_helm_are_divided_by_blanks_and_put_in_order_by_flag(string written, string words)
    {
        var release = await ReleaseAsync($"args: {written}, syncArgs: {written}, templateArgs: {written}", "");

        string.Join(' ', release.Rendering.ExtraArguments).ShouldBe(words);
        string.Join(' ', release.Options.SyncArguments).ShouldBe(words);
        string.Join(' ', release.Rendering.TemplateArguments).ShouldBe(words);
    }

    [Fact]
    public async Task Labels_for_the_record_leave_out_those_of_helm()
    {
        var release = await ReleaseAsync("syncReleaseLabels: true", "namespace: n, labels: {team: blue, owner: me, version: '1', status: x}");

        release.Options.Labels.ShouldBe(
            new Dictionary<string, string> { ["chart"] = "c", ["namespace"] = "n", ["team"] = "blue" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("wait: yes", true)]
    [InlineData("wait: on", true)]
    [InlineData("wait: no", false)]
    [InlineData("wait: off", false)]
    public async Task Old_words_for_booleans_count_where_one_is_wanted(string release, bool wait) =>
        (await ReleaseAsync("", release)).Options.Wait.ShouldBe(wait);

    [Theory]
    [InlineData("version: 1.20", "1.20")]
    [InlineData("version: 0x1F", "0x1F")]
    [InlineData("version: 2020-01-31", "2020-01-31")]
    [InlineData("version: true", "true")]
    public async Task A_text_stays_as_it_is_written(string release, string version) =>
        (await ReleaseAsync("", release)).Version.ShouldBe(version);
}
