using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class ReleaseTemplateTests
{
    private static async Task<Release> ReleaseAsync(string release, string before = "")
    {
        using var folder = new StateFolder(("helmfile.yaml", $"{before}releases:\n- name: app\n  chart: ./c\n  {release.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"));
        return (await folder.LoadAsync()).Releases.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Fields_are_templates_also_in_a_plain_file()
    {
        var release = await ReleaseAsync(
            """
            namespace: ' {{ .Release.Name }}-space '
            version: '{{ printf "%d.0.0" 3 }}'
            labels: {upper: "{{ .Release.Name | upper }}", env: "{{ .Environment.Name }}", version: "{{ .Release.ChartVersion }}"}
            needs: ["{{ .Release.Name }}-db"]
            postRendererArgs: ["{{ .Release.Namespace }}"]
            """);

        release.Id.ToString().ShouldBe("app-space/app");
        release.Version.ShouldBe("3.0.0");
        release.Labels.ShouldContainKeyAndValue("upper", "APP");
        release.Labels.ShouldContainKeyAndValue("env", "default");
        release.Labels.ShouldContainKeyAndValue("version", "3.0.0");
        release.Needs.ShouldHaveSingleItem().ToString().ShouldBe("app-space/app-db");
        release.Rendering.PostRendererArguments.ShouldBe(["app-space"]);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Fields_that_build_on_each_other_settle_if_the_chain_is_not_too_long(int length, bool settles)
    {
        var labels = string.Join(", ", Enumerable.Range(1, length).Select(step =>
            $"l{step}: \"{(step == length ? "{{ .Release.Name }}" : $"{{{{ .Release.Labels.l{step + 1} }}}}")}\""));

        if (settles)
            (await ReleaseAsync($"labels: {{{labels}}}")).Labels.ShouldContainKeyAndValue("l1", "app");
        else
            (await Should.ThrowAsync<GitOpsException>(() => ReleaseAsync($"labels: {{{labels}}}"))).Message.ShouldContain("recursive references can't be resolved");
    }

    [Theory]
    [InlineData("labels: {grows: '{{ .Release.Labels.grows }}x'}", "line 2", "\"app\"", "recursive")]
    [InlineData("namespace: '{{ .Values.absent }}'", "line 4, column 3", "namespace of release \"app\"", "map has no entry for key \"absent\"", "{{ .Values.absent }}")]
    [InlineData("valuesTemplate: [{a: '{{ hasKey .Release.Labels \"x\" }}'}]", "valuesTemplate[0]", "hasKey", "map[string]string")]
    [InlineData("installedTemplate: maybe", "installedTemplate of release \"app\" gives \"maybe\"")]
    public async Task A_field_that_fails_is_told_with_release_and_field(string release, params string[] facts)
    {
        var message = (await Should.ThrowAsync<GitOpsException>(() => ReleaseAsync(release))).Message;

        foreach (var fact in facts)
            message.ShouldContain(fact);
    }

    [Theory]
    [InlineData("installedTemplate: '{{ eq .Release.Name \"app\" }}'", true, true)]
    [InlineData("installedTemplate: '{{ .Values.no }}'", false, true)]
    [InlineData("conditionTemplate: '{{ .Values.no }}'", true, false)]
    [InlineData("conditionTemplate: 'yes'", true, true)]
    [InlineData("installed: true\ninstalledTemplate: 'off'", false, true)]
    public async Task Booleans_may_be_templates(string release, bool installed, bool enabled)
    {
        var read = await ReleaseAsync(release, "values: [{no: false}]\n");

        (read.Installed, read.Enabled).ShouldBe((installed, enabled));
    }

    [Fact]
    public async Task Templated_values_come_before_plain_ones_which_are_not_rendered()
    {
        var definition = (await ReleaseAsync(
            """
            values: [{plain: "{{ .Release.Name }}"}, "{{ .Release.Name }}.yaml"]
            valuesTemplate: [{"{{ .Release.Name }}-key": "{{ .Environment.Name }}", n: 1}]
            """)).Definition!;

        var entries = definition.Entries("values");
        YamlWriter.Write(entries[0].Value).ShouldBe("app-key: default\n\"n\": 1\n");
        YamlWriter.Write(entries[1].Value).ShouldBe("plain: '{{ .Release.Name }}'\n");
        entries[2].Value.ShouldBe("app.yaml");
    }

    [Fact]
    public async Task Templated_single_values_come_before_plain_ones_which_are_not_rendered()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml",
                "releases:\n- name: app\n  chart: ./c\n  set: [{name: plain, value: '{{ 1 }}'}]\n  setTemplate: [{name: 'a.{{ .Release.Name }}', value: '{{ .Environment.Name }}'}, {name: l, values: ['{{ .Release.Name }}', 2]}]\n"),
            ("c/Chart.yaml", "name: c"));

        var sets = (await folder.PrepareAsync()).ShouldHaveSingleItem().Sets;

        sets.Select(set => $"{set.Name}={set.Value}").ShouldBe(["a.app=default", "l={app,2}", "plain=\\{\\{ 1 \\}\\}"]);
    }

    [Fact]
    public async Task Common_labels_are_rendered_for_each_release()
    {
        var release = await ReleaseAsync("labels: {own: x}", "commonLabels: {who: '{{ .Release.Name }}'}\n");

        release.Labels.ShouldContainKeyAndValue("who", "app");
    }

    [Fact]
    public async Task Arguments_of_a_default_post_renderer_are_rendered_for_each_release()
    {
        var release = await ReleaseAsync("namespace: n", "helmDefaults: {postRenderer: p, postRendererArgs: ['{{ .Release.Namespace }}', '']}\n");

        release.Rendering.PostRendererArguments.ShouldBe(["n"]);
        release.Definition!.Texts("postRendererArgs").ShouldBeEmpty();
    }
}
