using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class SubHelmfileTests
{
    private const string Child = "releases:\n- {name: front, chart: ./c, labels: {tier: front}}\n- {name: back, chart: ./c, labels: {tier: back}}\n";

    [Fact]
    public async Task Nested_files_come_before_the_releases_of_their_parent()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "helmfiles:\n- path: apps/*/helmfile.yaml\n- one.yaml\n- more\n"),
            ("apps/b/helmfile.yaml", Child), ("apps/a/helmfile.yaml", Child), ("one.yaml", Child), ("more/y.yaml", Child), ("more/x.yaml", Child));

        (await folder.LoadAllAsync()).Select(file => file.File).ShouldBe(
            ["apps/a/helmfile.yaml", "apps/b/helmfile.yaml", "one.yaml", "more/x.yaml", "more/y.yaml", "helmfile.yaml"]);
    }

    [Theory]
    [InlineData("", "tier=back", "back")]
    [InlineData(", selectors: []", "tier=back", "front,back")]
    [InlineData(", selectors: [name=front]", "", "front")]
    [InlineData(", selectors: [name=front]", "tier=back", "front")]
    [InlineData(", selectors: [tier=front]", "tier=back", null)]
    [InlineData(", selectors: ['tier!=front']", "tier=front", "back")]
    [InlineData(", selectorsInherited: true", "tier=front", "front")]
    public async Task Selectors_of_the_entry_take_the_place_of_those_of_the_user(string entry, string selector, string? expected)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"helmfiles:\n- {{path: child.yaml{entry}}}\n"), ("child.yaml", Child));

        var files = await folder.LoadAllAsync(new() { Selectors = selector.Length == 0 ? [] : [selector] });

        var child = files.SingleOrDefault(file => file.File == "child.yaml");
        var names = child is null ? null : string.Join(',', ReleaseSelection.Select(child).Select(release => release.Id.Name));
        names.ShouldBe(expected);
    }

    [Fact]
    public async Task Selectors_are_not_handed_down_where_that_has_to_be_said()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "helmfiles:\n- child.yaml\n- {path: other.yaml, selectorsInherited: true}\n"), ("child.yaml", Child), ("other.yaml", Child));
        folder.Variables["HELMFILE_EXPERIMENTAL"] = "explicit-selector-inheritance";

        var files = await folder.LoadAllAsync(new() { Selectors = ["tier=back"] });

        files[0].Selectors.ShouldBeEmpty();
        files[1].Selectors.ShouldBe(["tier=back"]);
    }

    [Fact]
    public async Task Values_of_the_entry_lie_above_the_childs_and_start_at_the_parents_folder()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "helmfiles:\n- path: sub/child.yaml\n  values: [given.yaml, {b: inline}]\n"),
            ("given.yaml", "a: file\nb: file"),
            ("sub/child.yaml", "environments:\n  default:\n    values: [{a: child, c: child}]\n---\nreleases: []\n"));

        var files = await folder.LoadAllAsync(new() { StateValuesSet = ["a=user"] });

        YamlWriter.Write(files[0].State!.Values).ShouldBe("a: file\nb: inline\nc: child\n");
        YamlWriter.Write(files[1].State!.Values).ShouldBe("a: user\n");
    }

    [Fact]
    public async Task A_child_takes_over_what_the_entry_names_and_nothing_else()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml",
                """
                commonLabels: {a: parent, b: parent}
                helmDefaults: {timeout: 77, historyMax: 7, wait: true}
                apiVersions: [x/v1, y/v1]
                kubeVersion: 1.31.0
                repositories:
                - {name: one, url: parent}
                - {name: two, url: parent}
                templates:
                  t: {namespace: parents}
                helmfiles:
                - path: all.yaml
                  inherits: [commonLabels, helmDefaults, apiVersions, kubeVersion, repositories, templates]
                - path: none.yaml
                """),
            ("all.yaml",
                """
                commonLabels: {b: child}
                helmDefaults: {timeout: 5, wait: false}
                apiVersions: [y/v1, z/v1]
                repositories:
                - {name: two, url: child}
                releases:
                - {name: a, chart: ./c, inherit: [{template: t}]}
                """),
            ("none.yaml", "releases:\n- {name: a, chart: ./c}\n"));

        var files = await folder.LoadAllAsync();

        var child = files[0].Releases.ShouldHaveSingleItem();
        child.Id.Namespace.ShouldBe("parents");
        child.Labels.ShouldContainKeyAndValue("a", "parent");
        child.Labels.ShouldContainKeyAndValue("b", "child");
        child.Options.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
        child.Options.HistoryMax.ShouldBe(7);
        child.Options.Wait.ShouldBeTrue();
        child.Rendering.ApiVersions.ShouldBe(["x/v1", "y/v1", "z/v1"]);
        child.Rendering.KubeVersion.ShouldBe("1.31.0");
        files[0].Repositories.Select(repository => (repository.Name, repository.Url)).ShouldBe([("one", "parent"), ("two", "child")]);
        var alone = files[1].Releases.ShouldHaveSingleItem();
        alone.Options.Timeout.ShouldBeNull();
        alone.Rendering.KubeVersion.ShouldBeNull();
    }

    [Fact]
    public async Task An_inherited_environment_lies_below_the_childs_own()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  prod:\n    values: [{a: parent, b: parent}]\nhelmfiles:\n- {path: child.yaml, inherits: [environments]}\n"),
            ("child.yaml", "environments:\n  prod:\n    values: [{b: child}]\n---\nreleases: []\n"));

        var files = await folder.LoadAllAsync(new() { Environment = "prod" });

        YamlWriter.Write(files[0].State!.Values).ShouldBe("a: parent\nb: child\n");
    }

    [Fact]
    public async Task What_a_childs_release_writes_into_an_inherited_template_stays_in_the_child()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "templates:\n  t: {chart: ./c, timeout: 30}\nhelmfiles:\n- {path: child.yaml, inherits: [templates]}\nreleases:\n- {name: own, inherit: [{template: t}]}\n"),
            ("child.yaml", "releases:\n- {name: sets, inherit: [{template: t}], timeout: 60}\n"));

        (await folder.LoadAllAsync())[1].Releases.ShouldHaveSingleItem().Options.Timeout.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Files_that_name_each_other_are_an_error()
    {
        using var folder = new StateFolder(("helmfile.yaml", "helmfiles: [other.yaml]\n"), ("other.yaml", "helmfiles: [helmfile.yaml]\n"));

        (await folder.ErrorAsync()).ShouldContain("is it a recursion");
    }

    [Fact]
    public async Task A_path_without_match_may_be_passed_over()
    {
        using var folder = new StateFolder(("helmfile.yaml", "missingFileHandler: Warn\nhelmfiles: [nowhere/*.yaml]\nreleases: []\n"));

        (await folder.LoadAsync()).Warnings.ShouldHaveSingleItem().ShouldContain("no matches for path: nowhere/*.yaml");
    }
}
