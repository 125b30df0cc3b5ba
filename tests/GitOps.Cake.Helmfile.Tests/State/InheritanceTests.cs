using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class InheritanceTests
{
    private static async Task<Release[]> ReleasesAsync(string text)
    {
        using var folder = new StateFolder(("helmfile.yaml", text));
        return [.. (await folder.LoadAsync()).Releases];
    }

    [Fact]
    public async Task A_release_adds_to_its_template_and_wins_over_it()
    {
        var release = (await ReleasesAsync(
            """
            templates:
              t: {chart: ./c, namespace: services, version: 1.0.0, labels: {kind: t, team: none}, values: [{a: 1}], timeout: 30}
            releases:
            - name: a
              inherit: [{template: t}]
              version: 2.0.0
              labels: {team: blue}
              values: [{b: 2}]
            """)).ShouldHaveSingleItem();

        release.Id.ToString().ShouldBe("services/a");
        release.Version.ShouldBe("2.0.0");
        release.Labels.ShouldContainKeyAndValue("kind", "t");
        release.Labels.ShouldContainKeyAndValue("team", "blue");
        release.Options.Timeout.ShouldBe(TimeSpan.FromSeconds(30));
        release.Definition!.Entries("values").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("installed: true", "installed: false", true)]
    [InlineData("installed: false", "installed: true", true)]
    [InlineData("installed: false", "name: a", false)]
    public async Task Zero_values_do_not_override_those_of_a_template(string template, string release, bool installed) =>
        (await ReleasesAsync($"templates:\n  t: {{chart: ./c, {template}}}\nreleases:\n- {{inherit: [{{template: t}}], {release}}}\n"))
            .ShouldHaveSingleItem().Installed.ShouldBe(installed);

    [Fact]
    public async Task What_a_release_sets_in_place_of_its_template_reaches_those_after_it()
    {
        var releases = await ReleasesAsync(
            """
            templates:
              t: {chart: ./c, timeout: 30, version: 1.0.0}
              u: {inherit: [{template: t}]}
            releases:
            - {name: before, inherit: [{template: t}]}
            - {name: sets, inherit: [{template: t}], timeout: 60, version: 2.0.0}
            - {name: after, inherit: [{template: t}]}
            - {name: through, inherit: [{template: u}]}
            - {name: other, chart: ./c}
            """);

        releases.Select(release => release.Options.Timeout?.TotalSeconds).ShouldBe([30, 60, 60, 60, null]);
        releases.Select(release => release.Version).ShouldBe(["1.0.0", "2.0.0", "1.0.0", "1.0.0", null]);
    }

    [Fact]
    public async Task Templates_of_all_releases_come_first_and_once()
    {
        var releases = await ReleasesAsync(
            """
            defaultInherit: [base, more]
            templates:
              base: {chart: ./base, values: [{from: base}]}
              more: {values: [{from: more}]}
              own: {chart: ./own, values: [{from: own}]}
            releases:
            - {name: plain}
            - {name: own, inherit: [{template: own}, {template: base}]}
            """);

        Froms(releases[0]).ShouldBe(["base", "more"]);
        Froms(releases[1]).ShouldBe(["more", "own", "base"]);
        releases[1].Chart.ShouldBe("./base");
    }

    [Fact]
    public async Task One_template_may_stand_without_a_list()
    {
        var releases = await ReleasesAsync("defaultInherit: a\ntemplates:\n  a: {chart: ./a}\n  b: {version: 1.0.0}\nreleases:\n- {name: x, inherit: {template: b}}\n");

        releases.ShouldHaveSingleItem().Chart.ShouldBe("./a");
        releases[0].Version.ShouldBe("1.0.0");
    }

    [Theory]
    [InlineData("values", "labels.a,set")]
    [InlineData("labels", "values,set")]
    [InlineData("set", "labels.a,values")]
    public async Task Keys_can_be_left_out(string except, string expected)
    {
        var release = (await ReleasesAsync(
            $"templates:\n  t: {{chart: ./c, labels: {{a: b}}, values: [{{a: 1}}], set: [{{name: a, value: b}}]}}\nreleases:\n- {{name: x, inherit: [{{template: t, except: [{except}]}}]}}\n"))
            .ShouldHaveSingleItem();

        var present = new List<string>();
        if (release.Labels.ContainsKey("a"))
            present.Add("labels.a");
        present.AddRange(new[] { "set", "values" }.Where(key => release.Definition!.Find(key) is { IsZero: false }));
        present.ShouldBe(expected.Split(','), ignoreOrder: true);
    }

    [Fact]
    public async Task An_entry_without_template_inherits_nothing_at_all() =>
        (await ReleasesAsync("templates:\n  t: {chart: ./t, version: 1.0.0}\nreleases:\n- {name: x, chart: ./c, inherit: [{template: t}, {except: [set]}]}\n"))
            .ShouldHaveSingleItem().Version.ShouldBeNull();

    private static IEnumerable<string> Froms(Release release) =>
        release.Definition!.Entries("values").Select(entry => (string)((GitOps.Cake.Templates.Values.GoMap)entry.Value!)["from"]!);
}
