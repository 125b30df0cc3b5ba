using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Sources;

public sealed class RemoteSourcesTests
{
    private const string Repo = "git::https://host/repo.git";

    [Fact]
    public async Task Everything_that_a_state_file_names_may_come_from_elsewhere()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml.gotmpl", $$$"""
                bases: ["{{{Repo}}}@base.yaml?ref=v1"]
                environments:
                  default:
                    values: ["{{{Repo}}}@env/*.yaml?ref=v1"]
                ---
                helmfiles:
                - path: "{{{Repo}}}@sub/helmfile.yaml?ref=v1"
                releases:
                - name: own-{{ .Values.color }}-{{ .Values.size }}
                  chart: "{{{Repo}}}@chart?ref=v1"
                  values: ["{{{Repo}}}@values.yaml?ref=v1"]
                  strategicMergePatches: ["{{{Repo}}}@patch.yaml?ref=v1"]
                  dependencies: [{chart: "{{{Repo}}}@extra?ref=v1"}]
                """),
            ("remote/repo.git/v1/base.yaml", "commonLabels: {from: base}\n"),
            ("remote/repo.git/v1/env/a.yaml", "color: red\n"), ("remote/repo.git/v1/env/b.yaml", "size: 2\n"),
            ("remote/repo.git/v1/sub/helmfile.yaml", "releases:\n- {name: sub, chart: ../chart}\n"),
            ("remote/repo.git/v1/chart/Chart.yaml", "name: app"), ("remote/repo.git/v1/extra/Chart.yaml", "name: extra"),
            ("remote/repo.git/v1/values.yaml", "x: 1\n"), ("remote/repo.git/v1/patch.yaml", "kind: Patch\n"));
        folder.Sources = new FolderSources(folder.Path);

        var loaded = await folder.LoadAllAsync();
        var prepared = (await folder.PrepareLastAsync()).ShouldHaveSingleItem();

        loaded.Select(helmfile => helmfile.File).ShouldBe([$"{Repo}?ref=v1@sub/helmfile.yaml", "helmfile.yaml.gotmpl"]);
        loaded[0].Releases.ShouldHaveSingleItem().ChartFolder.ShouldBe(Path.Combine(folder.Path, "remote/repo.git/v1/chart"));
        prepared.Id.Name.ShouldBe("own-red-2");
        prepared.Labels["from"].ShouldBe("base");
        prepared.ChartFolder.ShouldBe(Path.Combine(folder.Path, "remote/repo.git/v1/chart"));
        prepared.Values.ShouldHaveSingleItem().Read().ShouldBe("x: 1\n");
        prepared.ChartChanges.Files.ShouldHaveSingleItem().Text.ShouldBe("kind: Patch\n");
        prepared.ChartChanges.Dependencies.ShouldHaveSingleItem().Repository.ShouldBe($"file://{folder.Path}/remote/repo.git/v1/extra");
    }

    [Fact]
    public async Task The_state_file_itself_may_come_from_elsewhere()
    {
        using var folder = new StateFolder(("remote/repo.git/v1/deploy/helmfile.yaml", "releases:\n- {name: a, chart: ./c}\n"));
        folder.Sources = new FolderSources(folder.Path);

        var loaded = await folder.LoadAsync(new() { File = $"{Repo}@deploy/helmfile.yaml?ref=v1" });

        loaded.Folder.ShouldBe(Path.Combine(folder.Path, "remote/repo.git/v1/deploy"));
        loaded.Releases.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("missingFileHandler: Error", "has no branch, tag or commit \"gone\"")]
    [InlineData("missingFileHandler: Warn", "has no branch, tag or commit \"gone\"")]
    [InlineData("missingFileHandlerConfig: {ignoreMissingGitBranch: true}", "does not exist; check the path")]
    public async Task A_missing_reference_is_an_error_unless_it_may_be_missing(string key, string fact)
    {
        using var folder = Values(key);

        (await folder.ErrorAsync()).ShouldContain(fact);
    }

    [Fact]
    public async Task A_missing_reference_that_may_be_missing_is_a_missing_file()
    {
        using var folder = Values("missingFileHandler: Warn, missingFileHandlerConfig: {ignoreMissingGitBranch: true}");

        (await folder.PrepareAsync()).ShouldHaveSingleItem().Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("s3::https://bucket.s3.amazonaws.com/values.yaml", "cannot be fetched by the native engine")]
    [InlineData("git::git@host:org/repo.git@values.yaml", "the address has no scheme")]
    public async Task What_cannot_be_fetched_is_told_with_its_line(string address, string fact)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"releases:\n- name: a\n  chart: ./c\n  values: ['{address}']\n"), ("c/Chart.yaml", "name: c"));
        folder.Sources = new FolderSources(folder.Path);

        var error = await folder.ErrorAsync();

        error.ShouldContain("helmfile.yaml: line 4");
        error.ShouldContain(fact);
    }

    [Fact]
    public async Task Nothing_is_fetched_where_insecure_features_are_off()
    {
        using var folder = Values("missingFileHandler: Warn");
        folder.Variables["HELMFILE_DISABLE_INSECURE_FEATURES"] = "true";

        (await folder.ErrorAsync()).ShouldContain("remote sources are disabled by HELMFILE_DISABLE_INSECURE_FEATURES");
        ((FolderSources)folder.Sources!).Fetched.ShouldBeEmpty();
    }

    private static StateFolder Values(string keys)
    {
        var folder = new StateFolder(("helmfile.yaml", $"releases:\n- {{name: a, chart: ./c, values: ['{Repo}@values.yaml?ref=gone'], {keys}}}\n"), ("c/Chart.yaml", "name: c"));
        folder.Sources = new FolderSources(folder.Path);
        return folder;
    }
}
