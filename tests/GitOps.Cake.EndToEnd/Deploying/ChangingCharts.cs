namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>Charts that the state file changes, and folders that are none, through kubectl's kustomize.</summary>
public class ChangingCharts(SharedCluster shared)
{
    private const string Releases = """
        releases:
          - name: patched
            namespace: NS
            chart: ./chart
            dependencies:
              - {chart: ./extra, version: 1.0.0, alias: second}
            values: [{second: {mode: beside}}]
            jsonPatches:
              - target: {version: v1, kind: ConfigMap, name: patched}
                patch: [{op: add, path: /data/json, value: "1"}]
            strategicMergePatches:
              - {apiVersion: v1, kind: ConfigMap, metadata: {name: patched}, data: {merged: "2"}}
            transformers:
              - {apiVersion: builtin, kind: LabelTransformer, metadata: {name: labels}, labels: {team: web}, fieldSpecs: [{path: metadata/labels, create: true}]}
          - {name: manifests, namespace: NS, chart: ./manifests}
          - {name: kustomized, namespace: NS, chart: ./kustomization, values: [{namePrefix: new-}]}
        """;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_kind_of_change_is_deployed_and_compared(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm).Releases(Releases)
            .Write("extra/Chart.yaml", "apiVersion: v2\nname: extra\nversion: 1.0.0\n")
            .Write("extra/templates/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\ndata: {mode: '{{ .Values.mode }}'}\n")
            .Write("manifests/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain}\ndata: {braces: '{{ kept }}'}\n")
            .Write("kustomization/kustomization.yaml", "resources: [a.yaml]\n")
            .Write("kustomization/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: made}\ndata: {a: b}\n");

        (await project.ApplyAsync()).ShouldSucceed().Output.ShouldContain("3 installed");

        var patched = await project.ManifestAsync("patched");
        foreach (var said in new[] { "json: \"1\"", "merged: \"2\"", "team: web", "mode: plain", "name: extra", "mode: beside" })
            patched.ShouldContain(said);
        (await project.ManifestAsync("manifests")).ShouldContain("{{ kept }}");
        (await project.ManifestAsync("kustomized")).ShouldContain("name: new-made");
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");

        project.Releases(Releases.Replace("merged: \"2\"", "merged: \"3\"", StringComparison.Ordinal));
        var changed = (await project.ApplyAsync()).ShouldSucceed();
        changed.Output.ShouldContain("data.merged: \"2\" → \"3\"");
        changed.Output.ShouldContain("1 to upgrade, 0 to uninstall, 2 unchanged");
        Directory.EnumerateFileSystemEntries(project.TempFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_post_renderer_of_the_files_folder_rewrites_what_is_rendered_and_deployed(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm)
            .Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart, postRenderer: ./tools/rewrite.sh, postRendererArgs: [fancy]}\n")
            .Write("word.txt", "rewritten-in-the-files-folder")

            // Helm 3 starts the program itself, in the folder of the state file; helm 4 knows plugins alone, and takes the one of the same name.
            .Script("tools/rewrite.sh", "#!/bin/sh\nsed \"s/plain/$1-$(cat word.txt)/\"\n")
            .Script("plugins/rewrite/run.sh", "#!/bin/sh\nsed \"s/plain/$1-$(cat \"$HELM_PLUGIN_DIR/../../word.txt\")/\"\n")
            .Write("plugins/rewrite/plugin.yaml", "apiVersion: v1\ntype: postrenderer/v1\nname: rewrite\nversion: 0.1.0\nruntime: subprocess\nruntimeConfig:\n  platformCommand: [{command: '${HELM_PLUGIN_DIR}/run.sh'}]\n");
        project.Variables.Add(("HELM_PLUGINS", Path.Combine(project.Folder, "plugins")));
        if (helm == 3)
            Directory.Delete(Path.Combine(project.Folder, "plugins"), recursive: true);
        const string Word = "mode: \"fancy-rewritten-in-the-files-folder\"";

        (await project.ApplyAsync()).ShouldSucceed();
        (await project.ManifestAsync("one")).ShouldContain(Word);
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");
        (await project.RunAsync("HelmfileTemplate")).ShouldSucceed().Output.ShouldContain(Word);
        (await project.RunAsync("HelmfileTemplate", $"--output-dir={Path.Combine(project.Folder, "out")}")).ShouldSucceed();
        Directory.EnumerateFiles(Path.Combine(project.Folder, "out"), "*.yaml", SearchOption.AllDirectories).ShouldContain(file => File.ReadAllText(file).Contains(Word));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Unit_tests_of_charts_are_run_by_the_plugin(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm)
            .Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart, unitTests: [tests], values: [{mode: fancy}]}\n  - {name: two, namespace: NS, chart: ./chart}\n")
            .Write("plugins/unittest/plugin.yaml", "name: unittest\nversion: 1.0.3\nusage: tests\ndescription: tests\ncommand: $HELM_PLUGIN_DIR/run.sh\n")
            .Script("plugins/unittest/run.sh", "#!/bin/sh\necho \"called with $*\"\n[ ! -e \"$1/fails\" ]\n");
        project.Variables.Add(("HELM_PLUGINS", Path.Combine(project.Folder, "plugins")));

        var run = (await project.RunAsync("HelmfileUnitTest")).ShouldSucceed();
        run.Output.ShouldMatch(@"/one: passed\ncalled with .*/chart .*--file=?\s?'?tests/\*_test\.yaml");
        run.Output.ShouldNotContain("/two:");

        project.Write("chart/fails", "");
        (await project.RunAsync("HelmfileUnitTest")).ShouldFail().Error.ShouldContain("called with");
    }
}
