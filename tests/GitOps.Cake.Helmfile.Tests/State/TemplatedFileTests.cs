using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class TemplatedFileTests
{
    private static async Task<string> ValuesAsync(StateFolder folder, HelmfileScope? scope = null) =>
        YamlWriter.Write((await folder.LoadAsync(scope)).State!.Values);

    private static async Task<string> InlineAsync(StateFolder folder, HelmfileScope? scope = null) =>
        YamlWriter.Write((await folder.LoadAsync(scope)).Releases.ShouldHaveSingleItem().Definition!.Entries("values").ShouldHaveSingleItem().Value);

    [Fact]
    public async Task Each_part_sees_the_values_of_those_before_it()
    {
        using var folder = new StateFolder((
            "helmfile.yaml.gotmpl",
            """
            values:
            - {domain: corpus.example}
            ---
            environments:
              prod:
                values:
                - host: www.{{ .Values.domain }}
            ---
            releases:
            - name: app-{{ .Environment.Name }}
              chart: ./c
              values:
              - {{ toYaml .Values | nindent 4 }}
            """));

        (await InlineAsync(folder, new() { Environment = "prod" })).ShouldBe("domain: corpus.example\nhost: www.corpus.example\n");
    }

    [Fact]
    public async Task What_templates_leave_empty_in_a_list_is_no_item()
    {
        using var folder = new StateFolder((
            "helmfile.yaml.gotmpl",
            """
            bases:
            - {{ if false }}absent.yaml{{ end }}
            ---
            repositories:
            -
            helmfiles:
            - {{ if false }}sub.yaml{{ end }}
            releases:
            - name: app
              chart: ./c
              labels: {empty: {{ "" }} }
              needs:
              - {{ if false }}db{{ end }}
              - {{ if true }}cache{{ end }}
              hooks:
              -
            - name: cache
              chart: ./c
            -
            """));

        var loaded = await folder.LoadAsync();

        loaded.Releases.Select(release => release.Id.Name).ShouldBe(["app", "cache"]);
        loaded.Repositories.ShouldBeEmpty();
        loaded.Releases[0].Needs.ShouldHaveSingleItem().Name.ShouldBe("cache");
        loaded.Releases[0].Hooks.ShouldBeEmpty();
        loaded.Releases[0].Labels["empty"].ShouldBe("");
    }

    [Fact]
    public async Task The_bytes_of_a_file_reach_functions_as_they_are()
    {
        using var folder = new StateFolder((
            "helmfile.yaml.gotmpl",
            "releases:\n- name: app\n  chart: ./c\n  values:\n  - key: {{ readFile \"store.p12\" | b64enc }}\n    sum: {{ readFile \"store.p12\" | sha256sum }}\n"));
        byte[] content = [0xEF, 0xBB, 0xBF, 0x00, 0xFF, 0xFE, 0x41, 0xC3, 0xA9, 0xE9];
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "store.p12"), content, TestContext.Current.CancellationToken);

        (await InlineAsync(folder)).ShouldBe(
            $"key: {Convert.ToBase64String(content)}\nsum: {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))}\n");
    }

    [Fact]
    public async Task A_plain_file_is_rendered_only_where_that_is_said()
    {
        using var folder = new StateFolder(("helmfile.yaml", "releases:\n- {name: \"app-{{ .Environment.Name }}\", chart: ./c, description: \"{{ 1 }}\"}\n"));

        (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Options.Description.ShouldBe("{{ 1 }}");
        folder.Variables["HELMFILE_RENDER_YAML"] = "true";
        (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Options.Description.ShouldBe("1");
    }

    [Theory]
    [InlineData("seen: {{ hasKey .Values \"same\" }}", false)]
    [InlineData("seen: {{ hasKey .Values \"before\" }}", true)]
    [InlineData("seen: {{ hasKey .Values \"top\" }}", false)]
    [InlineData("seen: {{ hasKey .Values \"set\" }}", true)]
    public async Task A_templated_values_file_sees_what_was_known_before_its_list(string template, bool seen)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "values: [{before: 1}]\n---\nvalues: [{top: 1}]\nenvironments:\n  default:\n    values: [{same: 1}, looks.yaml.gotmpl]\n"),
            ("looks.yaml.gotmpl", template));

        var values = (await folder.LoadAsync(new() { StateValuesSet = ["set=1"] })).State!.Values;

        values["seen"].ShouldBe(seen);
    }

    [Fact]
    public async Task With_fallback_a_templated_values_file_sees_the_entries_before_it()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  default:\n    mergeStrategy: fallback\n    values: [{domain: a}, url.yaml.gotmpl]\n"),
            ("url.yaml.gotmpl", "url: https://{{ .Values.domain }}/\ndomain: b"));

        (await ValuesAsync(folder)).ShouldBe("domain: a\nurl: https://a/\n");
    }

    [Theory]
    [InlineData("{{ .Environment.Name }}", "prod")]
    [InlineData("{{ .Environment.KubeContext }}", "east")]
    [InlineData("{{ .Environment.Values.a }}", "env")]
    [InlineData("{{ hasKey .Environment.Values \"top\" }}", "false")]
    [InlineData("{{ .StateValues.top }}", "top")]
    [InlineData("{{ .Namespace }}", "forced")]
    [InlineData("{{ get \"x.y\" .Values }}", "deep")]
    [InlineData("{{ .Values | getOrNil \"no.way\" | default \"none\" }}", "none")]
    [InlineData("{{ requiredEnv \"GIVEN\" }}", "given")]
    [InlineData("{{ env \"MISSING\" | default \"unset\" }}", "unset")]
    [InlineData("{{ readFile \"note.txt\" }}", "text")]
    [InlineData("{{ isFile \"note.txt\" }} {{ isFile \"d\" }} {{ isDir \"d\" }} {{ isDir \"none\" }}", "true false true false")]
    [InlineData("{{ readDir \"./d/\" | join \",\" }}", "d/.hidden,d/a,d/b")]
    [InlineData("{{ range readDirEntries \"d\" }}{{ .Name }}{{ if .IsDir }}/{{ end }} {{ end }}", ".hidden a b sub/ ")]
    [InlineData("{{ exec \"cat\" (list \"note.txt\") }}", "text")]
    [InlineData("{{ exec \"tr\" (list \"a-z\" \"A-Z\") \"loud\" }}", "LOUD")]
    [InlineData("{{ envExec (dict \"WHO\" \"me\") \"sh\" (list \"-c\" \"echo $WHO\") | trim }}", "me")]
    [InlineData("{{ include \"greet\" \"you\" }}", "hello you")]
    [InlineData("{{ fetchSecretValue \"ref+file://secrets.yaml#/db/user\" }}", "admin")]
    [InlineData("{{ (expandSecretRefs (dict \"a\" (list \"ref+echo://bc\"))).a | join \"\" }}", "bc")]
    public async Task Templates_see_their_data_and_have_helmfiles_functions(string template, string result)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml.gotmpl",
                "values: [{top: top}]\nenvironments:\n  prod:\n    kubeContext: east\n    values: [{a: env, x: {y: deep}}]\n---\nreleases:\n- name: app\n  chart: ./c\n  description: '" + template + "'\n"),
            ("note.txt", "text"), ("d/b", ""), ("d/a", ""), ("d/.hidden", ""), ("d/sub/x", ""),
            ("secrets.yaml", "db: {user: admin}"),
            ("_greet.tpl", "{{ define \"greet\" }}hello {{ . }}{{ end }}"));
        folder.Variables["GIVEN"] = "given";

        var loaded = await folder.LoadAsync(new() { Environment = "prod" }, new() { Namespace = "forced" });

        loaded.Releases.ShouldHaveSingleItem().Options.Description.ShouldBe(result);
    }

    [Theory]
    [InlineData("{{ .Values.absent }}", "helmfile.yaml.gotmpl: line 5, column", "helmfile.yaml.gotmpl:5:", "<.Values.absent>", "map has no entry for key \"absent\"")]
    [InlineData("{{ if }}", "helmfile.yaml.gotmpl: line 5", "missing value for if")]
    [InlineData("{{ exec \"sh\" (list \"-c\" \"echo told >&2; exit 7\") }}", "exit status 7", "told")]
    [InlineData("{{ exec \"echo\" (list \"port\" 80) }}", "unexpected type of arg \"int\" in args [port 80] at index 1")]
    [InlineData("{{ readFile \"absent.txt\" }}", "open absent.txt: no such file or directory")]
    [InlineData("{{ readDir \"absent\" }}", "ReadDir \"absent\"")]
    [InlineData("{{ requiredEnv \"MISSING\" }}", "MISSING")]
    [InlineData("{{ fetchSecretValue \"ref+file://none.yaml#/a\" }}", "expand file://none.yaml#/a")]
    [InlineData("{{ include \"broken\" . }}", "no template \"broken\"")]
    public async Task A_template_that_fails_is_told_with_the_line_of_the_file(string template, params string[] facts)
    {
        using var folder = new StateFolder(("helmfile.yaml.gotmpl", $"values: []\n---\nreleases:\n- name: app\n  namespace: {template}\n  chart: ./c\n"));

        var error = await folder.ErrorAsync();

        foreach (var fact in facts)
            error.ShouldContain(fact);
    }

    [Theory]
    [InlineData("exec \"touch\" (list \"touched\")")]
    [InlineData("envExec (dict) \"touch\" (list \"touched\")")]
    [InlineData("readFile \"note.txt\"")]
    [InlineData("readDir \".\"")]
    [InlineData("readDirEntries \".\"")]
    public async Task Functions_that_reach_outside_can_be_switched_off(string call)
    {
        using var folder = new StateFolder(("helmfile.yaml.gotmpl", $"values: []\n---\nreleases:\n- name: {{{{ {call} }}}}\n"), ("note.txt", "x"));
        folder.Variables["HELMFILE_DISABLE_INSECURE_FEATURES"] = "true";

        (await folder.ErrorAsync()).ShouldContain("insecure function calls are disabled");
        File.Exists(Path.Combine(folder.Path, "touched")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_helper_file_that_is_broken_is_named()
    {
        using var folder = new StateFolder(("helmfile.yaml.gotmpl", "releases: []\n"), ("_broken.tpl", "\n{{ define \"x\" }}{{ if }}{{ end }}"));

        (await folder.ErrorAsync()).ShouldStartWith("_broken.tpl: line 2");
    }

    [Fact]
    public async Task An_error_in_a_templated_values_file_names_that_file()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  default:\n    values: [env/default.yaml.gotmpl]\n"), ("env/default.yaml.gotmpl", "a: 1\nb: {{ .Values.absent }}\n"));

        (await folder.ErrorAsync()).ShouldStartWith("env/default.yaml.gotmpl: line 2");
    }

    [Fact]
    public async Task A_templated_values_file_uses_its_own_folder()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  default:\n    values: [env/default.yaml.gotmpl]\n"),
            ("env/default.yaml.gotmpl", "region: {{ readFile \"region.txt\" }}\nname: {{ include \"name\" . }}\nref: {{ fetchSecretValue \"ref+file://top.txt\" }}"),
            ("env/region.txt", "eu"), ("env/_name.tpl", "{{ define \"name\" }}inner{{ end }}"), ("_name.tpl", "{{ define \"name\" }}outer{{ end }}"),
            ("top.txt", "beside the state file"));

        (await ValuesAsync(folder)).ShouldBe("name: inner\nref: beside the state file\nregion: eu\n");
    }

    [Theory]
    [InlineData("releases:\n- name: {{ \"a: b: c\" }}\n  chart: ./c\n", "helmfile.yaml.gotmpl: line 2", "invalid YAML")]
    [InlineData("{{ range until 3 }}\n{{ end }}\nreleases:\n- name: a\n  chart: ./c\n  wiat: true\n", "helmfile.yaml.gotmpl: line 6, column 3", "did you mean \"wait\"?")]
    [InlineData("# one\n---\n{{ range until 3 }}# {{ . }}\n{{ end }}\nreleases:\n- name: a\n  chart: ./c\n  wiat: true\n", "helmfile.yaml.gotmpl: line 8, column 3")]
    public async Task A_mistake_in_what_was_rendered_is_told_with_the_line_of_the_template(string text, params string[] facts)
    {
        using var folder = new StateFolder(("helmfile.yaml.gotmpl", text));

        var error = await folder.ErrorAsync();

        foreach (var fact in facts)
            error.ShouldContain(fact);
    }

    [Fact]
    public async Task A_parent_forwards_its_values()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml.gotmpl", "values: [{a: parent, deep: {x: [1, 2]}}]\n---\nhelmfiles:\n- path: child.yaml.gotmpl\n  values:\n  - {{ toYaml .Values | nindent 4 }}\n"),
            ("child.yaml.gotmpl", "values: [{a: child, c: child}]\n---\nreleases:\n- name: x\n  chart: ./c\n  values:\n  - {{ toYaml .Values | nindent 4 }}\n"));

        var child = (await folder.LoadAllAsync(new() { StateValuesSet = ["b=user"] }))[0];

        YamlWriter.Write(child.State!.Values).ShouldBe("a: parent\nb: user\nc: child\ndeep:\n  x:\n    - 1\n    - 2\n");
        child.Releases.ShouldHaveSingleItem().Definition!.Entries("values").ShouldHaveSingleItem().Value.ShouldBeOfType<GoMap>().Count.ShouldBe(4);
    }
}
