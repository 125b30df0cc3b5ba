namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class LocalChartTests
{
    private static string Release(string chart) => $"repositories: [{{name: charts, url: u}}]\nreleases:\n- {{name: a, chart: {chart}}}\n";

    private static async Task<string?> FolderOfChartAsync(StateFolder folder)
    {
        var release = (await folder.LoadAllAsync()).SelectMany(helmfile => helmfile.Releases).ShouldHaveSingleItem();
        return release.ChartFolder is { } found ? Path.GetRelativePath(folder.Path, found).Replace('\\', '/') : null;
    }

    [Theory]
    [InlineData("app.tgz")]
    [InlineData("charts/app.tgz")]
    [InlineData("deep/charts/app.tgz")]
    [InlineData("charts/app")]
    public async Task What_is_there_is_a_local_chart_whatever_a_repository_is_called(string chart)
    {
        using var folder = new StateFolder(("helmfile.yaml", Release(chart)), (Path.HasExtension(chart) ? chart : $"{chart}/Chart.yaml", "name: app"));

        (await FolderOfChartAsync(folder)).ShouldBe(chart);
    }

    [Theory]
    [InlineData("verify: false", false)]
    [InlineData("verify: true", true)]
    [InlineData("devel: false", true)]
    public async Task A_packed_chart_is_verified_where_the_release_or_the_whole_file_wants_it(string option, bool verified)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", $"helmDefaults: {{verify: true, keyring: keys/ring.gpg}}\nreleases:\n- {{name: a, chart: ./app.tgz, {option}}}\n"), ("app.tgz", "packed"));

        var options = (await folder.PrepareAsync()).ShouldHaveSingleItem().Options;

        options.Verify.ShouldBe(verified);
        options.Keyring.ShouldBe(verified ? Path.Combine(folder.Path, "keys", "ring.gpg") : null);
    }

    [Fact]
    public async Task What_is_not_there_is_looked_for_in_the_repository()
    {
        using var folder = new StateFolder(("helmfile.yaml", Release("charts/app")));

        (await FolderOfChartAsync(folder)).ShouldBeNull();
    }

    [Theory]
    [InlineData("charts/app")]
    [InlineData("./charts/app")]
    public async Task Several_files_of_a_folder_find_charts_where_helmfile_was_started(string chart)
    {
        using var folder = new StateFolder(("helmfile.d/a.yaml", Release(chart)), ("helmfile.d/b.yaml", "releases: []\n"), ("charts/app/Chart.yaml", "name: app"));

        (await FolderOfChartAsync(folder)).ShouldBe("charts/app");
    }

    [Fact]
    public async Task Files_of_a_folder_that_another_file_names_find_charts_beside_that_one()
    {
        using var folder = new StateFolder(
            ("sub/helmfile.yaml", "helmfiles: [d]\n"),
            ("sub/d/a.yaml", Release("./charts/app")),
            ("sub/d/b.yaml", "releases: []\n"),
            ("helmfile.yaml", "helmfiles: [sub]\n"),
            ("sub/charts/app/Chart.yaml", "name: app"),
            ("charts/app/Chart.yaml", "name: app"));

        (await FolderOfChartAsync(folder)).ShouldBe("sub/charts/app");
    }

    [Fact]
    public async Task Charts_in_the_folder_of_the_file_come_first()
    {
        using var folder = new StateFolder(
            ("helmfile.d/a.yaml", Release("charts/app")),
            ("helmfile.d/b.yaml", "releases: []\n"),
            ("helmfile.d/charts/app/Chart.yaml", "name: app"),
            ("charts/app/Chart.yaml", "name: app"));

        (await FolderOfChartAsync(folder)).ShouldBe("helmfile.d/charts/app");
    }

    [Fact]
    public async Task A_single_file_finds_charts_in_its_own_folder_alone()
    {
        using var folder = new StateFolder(("helmfile.d/a.yaml", Release("./charts/app")), ("charts/app/Chart.yaml", "name: app"));

        (await FolderOfChartAsync(folder)).ShouldBe("helmfile.d/charts/app");
    }

    [Fact]
    public async Task A_chart_for_all_releases_is_used_in_place_of_theirs_and_their_labels_stay()
    {
        using var folder = new StateFolder(("helmfile.yaml", $"chart: ./c\n{Release("./own")}"), ("c/Chart.yaml", "name: c"));

        (await FolderOfChartAsync(folder)).ShouldBe("c");
        (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().Labels["chart"].ShouldBe("own");
    }
}
