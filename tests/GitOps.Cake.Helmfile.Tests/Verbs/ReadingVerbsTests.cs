using GitOps.Cake.Helmfile.Tests.Doubles;

namespace GitOps.Cake.Helmfile.Tests.Verbs;

/// <summary>The verbs that need neither helm nor a cluster.</summary>
public class ReadingVerbsTests
{
    private const string Two = """
        commonLabels: {team: x}
        helmDefaults: {createNamespace: false, timeout: 5}
        releases:
        - {name: web, namespace: shop, chart: ./c, needs: [infra/db], values: [{replicas: 1, image: {tag: a}}, more.yaml], set: [{name: a, value: b}]}
        - {name: db, namespace: infra, chart: ./c, version: 1.0.0, installed: false, wait: false}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_is_sorted_and_has_the_labels_of_every_release()
    {
        using var folder = new EngineFolder(Two);

        var list = await folder.Engine.ListAsync(new() { Scope = new() }, Token);

        list.Releases.Select(release => $"{release.Namespace}/{release.Name} {release.Version} {release.Installed} {release.Enabled}").ShouldBe(["infra/db 1.0.0 False True", "shop/web  True True"]);
        list.Releases[1].Labels.Select(label => $"{label.Key}:{label.Value}").ShouldBe(["chart:c", "name:web", "namespace:shop", "team:x"]);
    }

    [Fact]
    public async Task A_list_without_a_match_is_an_error_unless_that_is_allowed()
    {
        using var folder = new EngineFolder(Two);

        await Should.ThrowAsync<NothingSelectedException>(folder.Engine.ListAsync(new() { Scope = new() { Selectors = ["name=none"] } }, Token));
        (await folder.Engine.ListAsync(new() { Scope = new() { Selectors = ["name=none"], AllowNoMatchingRelease = true } }, Token)).Releases.ShouldBeEmpty();
        (await folder.Engine.ListAsync(new() { Scope = new() { Environment = "none", AllowNoMatchingRelease = true } }, Token)).Releases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Two, "name=none")]
    [InlineData("environments: {default: {values: [{a: 1}]}}\n", null)]
    public async Task A_build_without_a_match_tells_the_state_files_all_the_same(string state, string? selector)
    {
        using var folder = new EngineFolder(state);

        var nothing = await Should.ThrowAsync<NothingSelectedException>(
            folder.Engine.BuildAsync(new() { Scope = new() { Selectors = selector is null ? [] : [selector] } }, Token));

        var yaml = nothing.Built.ShouldNotBeNull().States.ShouldHaveSingleItem().Yaml;
        yaml.ShouldContain("filepath: helmfile.yaml");
        yaml.ShouldNotContain("releases:");
    }

    [Fact]
    public async Task A_mistake_in_rendered_values_names_their_template()
    {
        using var folder = new EngineFolder("releases:\n- {name: a, chart: ./c, values: [values/web.yaml.gotmpl]}\n");
        folder.Write("values/web.yaml.gotmpl", "a: 1\n{{ print \"a: 2\" }}\n");

        var error = await Should.ThrowAsync<GitOpsException>(folder.Engine.WriteValuesAsync(new() { Scope = new() }, Token));

        error.Message.ShouldStartWith("values/web.yaml.gotmpl (rendered): line 2, column 1");
    }

    [Fact]
    public async Task Build_names_every_file_that_a_pattern_of_sub_helmfiles_finds()
    {
        using var folder = new EngineFolder("""
            missingFileHandler: Warn
            helmfiles:
            - {path: ./sub/*.yaml, selectors: [a=b]}
            - ./sub//one.yaml
            - absent.yaml
            """);
        folder.Write("sub/one.yaml", "releases: []\n");
        folder.Write("sub/two.yaml", "releases: []\n");

        var states = (await folder.Engine.BuildAsync(new() { Scope = new() { AllowNoMatchingRelease = true } }, Token)).States;

        states[^1].Yaml.ShouldContain("""
            helmfiles:
              - path: sub/one.yaml
                selectors:
                  - a=b
              - path: sub/two.yaml
                selectors:
                  - a=b
              - path: sub/one.yaml

            """);
    }

    [Fact]
    public async Task Build_has_the_order_and_the_omissions_of_helmfile()
    {
        using var folder = new EngineFolder(Two);
        folder.Write("more.yaml", "image: {tag: b}\n");

        var state = (await folder.Engine.BuildAsync(new() { Scope = new() { Selectors = ["name=db"] } }, Token)).States.ShouldHaveSingleItem();

        state.Yaml.ShouldBe("""
            filepath: helmfile.yaml
            helmBinary: helm
            kustomizeBinary: kustomize
            helmDefaults:
              verify: false
              enableDNS: false
              devel: false
              wait: false
              waitRetries: 0
              waitForJobs: false
              timeout: 5
              recreatePods: false
              force: false
              atomic: false
              rollbackOnFailure: false
              forceConflicts: false
              createNamespace: false
              skipDeps: false
              skipRefresh: false
              reuseValues: false
            commonLabels:
              team: x
            releases:
              - chart: ./c
                version: 1.0.0
                wait: false
                installed: false
                name: db
                namespace: infra
                labels:
                  chart: c
                  name: db
                  namespace: infra
                  team: x
            templates: {}
            renderedvalues: {}

            """);
    }

    [Fact]
    public async Task Build_embeds_the_content_of_values_files()
    {
        using var folder = new EngineFolder(Two);
        folder.Write("more.yaml", "image: {tag: b}\n");

        var state = (await folder.Engine.BuildAsync(new() { Scope = new() { Selectors = ["name=web"] }, EmbedValues = true }, Token)).States.ShouldHaveSingleItem();

        state.Yaml.ShouldContain("    values:\n      - image:\n          tag: a\n        replicas: 1\n      - image:\n          tag: b\n");
        state.Yaml.ShouldContain("    needs:\n      - infra/db\n");
    }

    [Theory]
    [InlineData("missingFileHandler: Warn", "", "absent.yaml", "absent.yaml")]
    [InlineData("missingFileHandler: Error", "", "m*.yaml", "2 files")]
    [InlineData("missingFileHandler: Error", "missingFileHandler: Warn, ", "absent.yaml", null)]
    public async Task To_be_embedded_a_path_stands_for_one_file_which_is_there_unless_the_release_does_without(string file, string release, string path, string? problem)
    {
        using var folder = new EngineFolder($"{file}\nreleases:\n- {{name: web, chart: ./c, {release}values: ['{path}']}}\n");
        folder.Write("more.yaml", "a: 1\n");
        folder.Write("most.yaml", "a: 2\n");
        folder.Write("c/Chart.yaml", "{apiVersion: v2, name: c, version: 1.0.0}");

        var build = folder.Engine.BuildAsync(new() { Scope = new(), EmbedValues = true }, Token);

        if (problem is null)
            (await build).States.ShouldHaveSingleItem();
        else
            (await Should.ThrowAsync<GitOpsException>(build)).Message.ShouldContain(problem);
    }

    [Fact]
    public async Task Show_dag_has_a_group_per_step_and_names_needs()
    {
        using var folder = new EngineFolder(Two);

        var dag = await folder.Engine.ShowDagAsync(new() { Scope = new() }, Token);

        dag.Groups.Select(group => string.Join(',', group.Releases.Select(release => $"{release.Release}<{string.Join(',', release.Needs)}>"))).ShouldBe(["infra/db<>", "shop/web<infra/db>"]);
    }

    [Fact]
    public async Task Write_values_merges_files_and_leaves_single_values_out()
    {
        using var folder = new EngineFolder(Two);
        folder.Write("more.yaml", "image: {tag: b}\nnothing: null\n");
        folder.Write("user.yaml", "replicas: 3\n");

        var written = await folder.Engine.WriteValuesAsync(
            new() { Scope = new(), Values = new() { Files = ["user.yaml"], Set = ["x=y"] }, OutputFileTemplate = "out/{{ .Release.Name }}-{{ .State.BaseName }}.yaml" }, Token);

        var file = written.Files.ShouldHaveSingleItem();
        file.Path.ShouldEndWith("out/web-helmfile.yaml");
        (await File.ReadAllTextAsync(file.Path, Token)).ShouldBe("image:\n  tag: b\nnothing: null\nreplicas: 3\n");
        folder.Warnings.ShouldContain(warning => warning.Contains("--set"));
    }

    [Fact]
    public async Task Print_env_needs_no_release()
    {
        using var folder = new EngineFolder("environments:\n  default:\n    values: [{a: {b: 1}}]\n---\nreleases: []\n");

        var environment = (await folder.Engine.PrintEnvAsync(new() { Scope = new() }, Token)).Environments.ShouldHaveSingleItem();

        environment.Name.ShouldBe("default");
        environment.Values.GetProperty("a").GetProperty("b").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_path_template_that_fails_names_its_option()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, chart: ./c}\n");

        var error = await Should.ThrowAsync<InvalidSettingsException>(folder.Engine.WriteValuesAsync(new() { Scope = new(), OutputFileTemplate = "{{ .Release.Name" }, Token));

        error.Message.ShouldContain("--output-file-template");
    }
}
