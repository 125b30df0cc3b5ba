using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class MergingTests
{
    [Theory]
    [InlineData("releases:\n- {name: a, chart: ./c}\n---\nreleases:\n- {name: b, chart: ./c}\n", "b")]
    [InlineData("releases:\n- {name: a, chart: ./c}\n---\nreleases: []\n", "a")]
    [InlineData("releases:\n- {name: a, chart: ./c}\n--- \nreleases:\n- {name: b, chart: ./c}\n", "a,b")]
    [InlineData("---\nreleases:\n- {name: a, chart: ./c}\n---\nreleases:\n- {name: b, chart: ./c}\n", "b")]
    [InlineData("releases:\r\n- {name: a, chart: ./c}\r\n---\r\nreleases:\r\n- {name: b, chart: ./c}\r\n", "b")]
    public async Task A_later_part_replaces_lists_and_documents_of_one_part_are_joined(string text, string names)
    {
        using var folder = new StateFolder(("helmfile.yaml", text));

        string.Join(',', (await folder.LoadAsync()).Releases.Select(release => release.Id.Name)).ShouldBe(names);
    }

    [Theory]
    [InlineData("helmDefaults: {wait: true, timeout: 60, createNamespace: true}", "helmDefaults: {wait: false, timeout: 0, createNamespace: false}", true, 60, true)]
    [InlineData("helmDefaults: {timeout: 60}", "helmDefaults: {wait: true}", true, 60, true)]
    [InlineData("helmDefaults: {wait: true}", "helmDefaults: {timeout: 5, createNamespace: false}", true, 5, false)]
    public async Task Zero_values_of_a_later_part_do_not_override(string first, string second, bool wait, int timeout, bool createNamespace)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"{first}\n---\n{second}\nreleases:\n- {{name: a, chart: ./c}}\n"));

        var options = (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Options;

        options.Wait.ShouldBe(wait);
        options.Timeout.ShouldBe(TimeSpan.FromSeconds(timeout));
        options.CreateNamespace.ShouldBe(createNamespace);
    }

    [Fact]
    public async Task Bases_are_united_with_lists_joined_and_the_file_on_top()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "bases: [one.yaml, two.yaml]\nhelmDefaults: {historyMax: 3}\ncommonLabels: {c: file}\nreleases:\n- {name: a, chart: ./c}\n"),
            ("one.yaml", "helmDefaults: {historyMax: 1, timeout: 100, args: [--one]}\ncommonLabels: {a: one, b: one, c: one}\n"),
            ("two.yaml", "helmDefaults: {historyMax: 2, args: [--two]}\ncommonLabels: {b: two, c: two}\nrepositories:\n- {name: r, url: u}\n"));

        var loaded = await folder.LoadAsync();

        var release = loaded.Releases.ShouldHaveSingleItem();
        release.Options.HistoryMax.ShouldBe(3);
        release.Options.Timeout.ShouldBe(TimeSpan.FromSeconds(100));
        release.Rendering.ExtraArguments.ShouldBe(["--one", "--two"]);
        release.Labels.ShouldContainKeyAndValue("a", "one");
        release.Labels.ShouldContainKeyAndValue("b", "two");
        release.Labels.ShouldContainKeyAndValue("c", "file");
        loaded.Repositories.ShouldHaveSingleItem().Url.ShouldBe("u");
    }

    [Fact]
    public async Task A_template_of_the_same_name_replaces_that_of_a_base()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "bases: [base.yaml]\ntemplates:\n  t: {chart: ./c}\nreleases:\n- {name: a, inherit: [{template: t}]}\n"),
            ("base.yaml", "templates:\n  t: {chart: ./d, version: 1.0.0}\n"));

        (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Version.ShouldBeNull();
    }

    [Fact]
    public async Task A_merge_key_works_within_a_part()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            """
            templates:
              base: &base
                chart: ./c
                labels: &labels {tier: back}
                values: [{a: 1}]
            releases:
            - name: plain
              <<: *base
            - name: changed
              <<: *base
              labels: {<<: *labels, own: "yes"}
              values: [{b: 2}]
            """));

        var releases = (await folder.LoadAsync()).Releases;

        releases[0].Labels.ShouldContainKeyAndValue("tier", "back");
        releases[1].Labels.ShouldContainKeyAndValue("tier", "back");
        releases[1].Labels.ShouldContainKeyAndValue("own", "yes");
        releases[1].Definition!.Entries("values").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("kubeContext: forced\nnamespace: one\n", null, "forced/one/a")]
    [InlineData("namespace: one\n", "east", "east/one/a")]
    [InlineData("helmDefaults: {kubeContext: west}\n", null, "west/own/a")]
    public async Task What_is_said_of_all_releases_overrides_their_own(string top, string? context, string id)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"{top}releases:\n- {{name: a, namespace: own, chart: ./c, needs: [b]}}\n- {{name: b, namespace: own, chart: ./c}}\n"));

        var release = (await folder.LoadAsync(overrides: new() { KubeContext = context })).Releases[0];

        release.Id.ToString().ShouldBe(id);
        release.Needs.ShouldHaveSingleItem().ToString().ShouldBe(id[..^1] + "b");
        release.Labels.ShouldContainKeyAndValue("namespace", release.Id.Namespace);
    }

    [Theory]
    [InlineData("kubeContext")]
    [InlineData("namespace")]
    [InlineData("chart")]
    public async Task Saying_it_twice_is_an_error(string key)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"{key}: written\nreleases: []\n"));

        var exception = await Should.ThrowAsync<StateFileException>(
            () => folder.LoadAsync(overrides: new() { KubeContext = "x", Namespace = "x", Chart = "x" }));

        exception.Message.ShouldContain($"the file sets {key} \"written\"");
    }

    [Fact]
    public async Task Keys_that_nothing_follows_are_read_and_kept()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            "releases:\n- name: a\n  chart: ./c\n  kubedogQPS: 1.5\n  trackResources: [{kind: Deployment, name: x}]\n  hooks: [{events: [presync], command: echo, args: [a]}]\n"));

        var definition = (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Definition!;

        definition.Find("kubedogQPS")!.Value.ShouldBe(1.5);
        definition.Sections("trackResources").ShouldHaveSingleItem().Text("kind").ShouldBe("Deployment");
        definition.Sections("hooks").ShouldHaveSingleItem().Texts("args").Select(text => text.Value).ShouldBe(["a"]);
    }
}
