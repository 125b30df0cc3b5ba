namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class BadFileTests
{
    [Theory]
    [InlineData("releases:\n- name: a\n  chart: ./c\n   namespace: x\n", "helmfile.yaml: line 4", "invalid YAML", "mapping values")]
    [InlineData("releases:\n- name: a\n\tchart: ./c\n", "helmfile.yaml: line 3", "tab")]
    [InlineData("values: []\n---\nreleases:\n- name: a\n  chart: [./c\n", "helmfile.yaml: line ", "did not find expected ',' or ']'")]
    [InlineData("releases:\n- name: a\n  namspace: x\n  chart: ./c\n", "helmfile.yaml: line 3, column 3", "\"namspace\" is no key of a release", "did you mean \"namespace\"?")]
    [InlineData("relaeses:\n- name: a\n", "helmfile.yaml: line 1", "\"relaeses\"", "did you mean \"releases\"?")]
    [InlineData("commonLabels: {}\n---\nhelmDefaults:\n  tillerNamespace: x\n", "helmfile.yaml: line 4", "\"tillerNamespace\" is no key of helmDefaults", "helm 2")]
    [InlineData("releases:\n- name: a\n  chart: ./c\n  enabled: false\n", "line 4", "\"enabled\" is no key of a release", "condition")]
    [InlineData("releases:\n- name: a\n  chart: ./c\n  timeout: 5m\n", "line 4, column 12", "timeout has to be a whole number", "\"5m\"")]
    [InlineData("releases:\n- name: a\n  chart: ./c\n  wait: \"true\"\n", "line 4", "wait has to be true or false")]
    [InlineData("releases:\n- name: a\n  chart: ./c\n  values: values.yaml\n", "line 4", "values has to be a list")]
    [InlineData("releases:\n- name: a\n  chart: [./c]\n", "line 3", "chart has to be a text, not a list")]
    [InlineData("releases:\n- just a text\n", "line 2", "a release has to be a map of keys")]
    [InlineData("releases:\n- name: a\n  name: b\n  chart: ./c\n", "line 3", "mapping key \"name\" already defined at line 2")]
    [InlineData("a: &base {chart: ./c}\n---\nreleases:\n- name: a\n  <<: *base\n", "line 5", "unknown anchor 'base'")]
    [InlineData("# nothing\n", "no top-level config keys")]
    [InlineData("releases:\n- {name: a, chart: ./c}\nenvironments: {}\n", "line 3", "\"environments\" must be defined before \"releases\"")]
    [InlineData("environments:\n  default: {}\nreleases:\n- {name: a, chart: ./c}\n", "line 3", "environments and releases cannot be defined within the same YAML part", "---")]
    [InlineData("releases:\n{{ if true }}\n- name: a\n{{ end }}\n", "line 2", "helmfile.yaml.gotmpl")]
    [InlineData("releases:\n- name: a\n", "line 2", "release \"a\" has no chart")]
    [InlineData("releases:\n- {name: a, chart: ./c, updateStrategy: hope}\n", "updateStrategy \"hope\" is invalid", "reinstallIfForbidden")]
    [InlineData("releases:\n- {name: a, chart: ./c, serverSide: maybe}\n", "serverSide \"maybe\" is invalid")]
    [InlineData("releases:\n- {name: a, chart: ./c, force: true, forceConflicts: true}\n", "force and forceConflicts exclude each other")]
    [InlineData("helmDefaults: {atomic: true}\nreleases:\n- {name: a, chart: ./c, rollbackOnFailure: true}\n", "atomic and rollbackOnFailure")]
    [InlineData("helmDefaults: {verify: true}\nreleases:\n- {name: a, chart: ./c}\n", "line 3", "cannot verify", "verify: false")]
    [InlineData("repositories: [{url: u}]\nreleases:\n- {name: a, chart: ./c}\n", "line 1", "the repository u has no name")]
    [InlineData("bases: [absent.yaml]\nreleases: []\n", "line 1", "the base absent.yaml does not exist")]
    [InlineData("values: [absent.yaml]\nreleases: []\n", "environment values file matching \"absent.yaml\" does not exist")]
    [InlineData("values: [[1]]\nreleases: []\n", "an entry of values has to be a path or a map")]
    [InlineData("helmfiles: [nowhere/*.yaml]\n", "no matches for path: nowhere/*.yaml")]
    [InlineData("helmfiles: [helmfile.yaml]\n", "recursion")]
    [InlineData("helmfiles:\n- {path: x.yaml, selectors: [a=b], selectorsInherited: true}\n", "line 2", "selectorsInherited", "x.yaml")]
    [InlineData("helmfiles:\n- {path: x.yaml, inherits: [template]}\n", "\"template\" cannot be inherited", "Did you mean \"templates\"?")]
    [InlineData("helmfiles:\n- selectors: [a=b]\n", "a sub-helmfile needs a path")]
    [InlineData("templates: {}\nreleases:\n- {name: a, inherit: [{template: none}]}\n", "no template \"none\"")]
    [InlineData("templates:\n  ping: {inherit: [{template: pong}]}\n  pong: {inherit: [{template: ping}]}\nreleases:\n- {name: a, inherit: [{template: ping}]}\n", "cyclic inheritance: ping->pong->ping")]
    [InlineData("templates:\n  t: {chart: ./c}\nreleases:\n- {name: a, inherit: [{template: t, except: [namespace]}]}\n", "\"namespace\" is not allowed in except")]
    [InlineData("releases:\n- {name: a, chart: ./c, condition: nowhere.enabled}\n", "release \"a\"", "'.nowhere' not found")]
    [InlineData("releases:\n- {name: a, chart: ./c, condition: a.b}\n", "ends in .enabled")]
    [InlineData("values:\n- on: {}\nreleases:\n- {name: a, chart: ./c, condition: on.more.enabled}\n", "'.on.more' not found")]
    public async Task A_mistake_is_told_with_its_place_and_the_way_out(string text, params string[] facts)
    {
        using var folder = new StateFolder(("helmfile.yaml", text), ("c/Chart.yaml", "name: c"));

        var error = await folder.ErrorAsync();

        foreach (var fact in facts)
            error.ShouldContain(fact);
    }

    [Theory]
    [InlineData("releases:\n- {name: a, chart: ./c, serverSide: maybe}\n")]
    [InlineData("releases:\n- {name: a, chart: ./c, force: true, forceConflicts: true}\n")]
    [InlineData("helmDefaults: {atomic: true}\nreleases:\n- {name: a, chart: ./c, rollbackOnFailure: true}\n")]
    [InlineData("releases:\n- {name: a, chart: ./c, verify: true}\n")]
    public async Task Options_of_an_upgrade_are_no_mistake_for_what_does_not_upgrade(string text)
    {
        using var folder = new StateFolder(("helmfile.yaml", text), ("c/Chart.yaml", "name: c"));

        (await folder.LoadAsync()).Releases.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_with_their_line()
    {
        using var folder = new StateFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "helmfile.yaml"), [.. "releases:\n- name: caf"u8, 0xE9, .. "\n  chart: ./c\n"u8], TestContext.Current.CancellationToken);

        (await folder.ErrorAsync()).ShouldBe("helmfile.yaml: line 2: the line has bytes that are no UTF-8: save the file as UTF-8.");
    }

    [Fact]
    public async Task All_mistakes_of_a_file_are_told_together()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            """
            helmDefauts: {}
            ---
            releases:
            - name: a
              wiat: true
              timeout: soon
            """));

        var error = await folder.ErrorAsync();

        error.ShouldStartWith("3 problems were found:");
        error.ShouldContain("helmfile.yaml: line 1, column 1: \"helmDefauts\"");
        error.ShouldContain("helmfile.yaml: line 5, column 3: \"wiat\"");
        error.ShouldContain("helmfile.yaml: line 6, column 12: timeout");
    }

    [Theory]
    [InlineData("{{ .Values.a-b }}", "bad character U+002D '-'. A key with a dash is no field: read it with index")]
    [InlineData("{{ .Release.Name }}", "escape what belongs to one of them: {{`{{ .Release.Name }}`}}.")]
    public async Task What_many_people_meet_in_templates_comes_with_the_way_out(string template, string advice)
    {
        using var folder = new StateFolder(("helmfile.yaml.gotmpl", $"releases:\n- name: {template}\n"));

        (await folder.ErrorAsync()).ShouldContain(advice);
    }

    [Fact]
    public async Task A_mistake_that_an_anchor_repeats_is_told_once()
    {
        using var folder = new StateFolder((
            "helmfile.yaml", "templates:\n  t: &t {chrat: ./c}\nreleases:\n- {<<: *t, name: a}\n- {<<: *t, name: b}\n"));

        (await folder.ErrorAsync()).ShouldStartWith("helmfile.yaml: line 2");
    }

    [Fact]
    public async Task A_mistake_in_a_nested_file_names_the_files_that_lead_to_it()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "helmfiles:\n- one/mid.yaml\n"),
            ("one/mid.yaml", "helmfiles:\n- leaf.yaml\n"),
            ("one/leaf.yaml", "releases:\n- nonsense: 1\n"));

        var error = await folder.ErrorAsync();

        error.ShouldContain("one/leaf.yaml: line 2");
        error.ShouldContain("@ one/mid.yaml: line 2");
        error.ShouldContain("@ helmfile.yaml: line 2");
    }

    [Fact]
    public async Task A_base_with_a_mistake_is_named()
    {
        using var folder = new StateFolder(("helmfile.yaml", "bases: [b.yaml]\nreleases: []\n"), ("b.yaml", "nonsense: true\n"));

        (await folder.ErrorAsync()).ShouldStartWith("b.yaml: line 1");
    }

    [Fact]
    public async Task A_base_has_no_bases()
    {
        using var folder = new StateFolder(("helmfile.yaml", "bases: [b.yaml]\nreleases: []\n"), ("b.yaml", "bases: [c.yaml]\n"));

        (await folder.ErrorAsync()).ShouldContain("a base cannot have bases of its own");
    }

    [Theory]
    [InlineData("a: [1", "over.yaml: line ", "did not find expected")]
    [InlineData("- a list", "a map of values is expected here", "- a list")]
    [InlineData("m: {1: one}", "over.yaml")]
    public async Task A_values_file_that_cannot_be_read_is_named(string text, params string[] facts)
    {
        using var folder = new StateFolder(("helmfile.yaml", "values: [over.yaml]\nreleases: []\n"), ("over.yaml", text));

        var error = await folder.ErrorAsync();

        foreach (var fact in facts)
            error.ShouldContain(fact);
    }
}
