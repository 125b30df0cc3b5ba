namespace GitOps.Cake.EndToEnd.Deploying;

public class ChangingReleases(SharedCluster shared)
{
    private const string TwoReleases = "releases:\n  - name: one\n    namespace: NS\n    chart: ./chart\n    values: [values.yaml]\n  - name: two\n    namespace: NS\n    chart: ./chart\n    needs: [one]\n";

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_release_is_installed_then_unchanged_then_upgraded_by_exactly_what_differs(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm).Releases(TwoReleases).Write("values.yaml", "mode: plain\n");

        var first = (await project.ApplyAsync()).ShouldSucceed();
        first.Output.ShouldContain("2 to install");
        first.Output.ShouldContain("2 installed");

        var second = (await project.ApplyAsync()).ShouldSucceed();
        second.Output.ShouldContain("No changes.");

        project.Write("values.yaml", "mode: fancy\n");
        var third = (await project.ApplyAsync()).ShouldSucceed();
        third.Output.ShouldContain("data.mode: plain → fancy");
        third.Output.ShouldContain("1 to upgrade, 0 to uninstall, 1 unchanged");
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldContain("one");
        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("No changes.");
    }

    [Fact]
    public async Task A_release_that_is_not_wanted_is_uninstalled_with_its_objects_in_the_plan()
    {
        using var project = new Project(await shared.GetAsync()).Releases(TwoReleases).Write("values.yaml", "mode: plain\n");
        (await project.ApplyAsync()).ShouldSucceed();
        project.Releases(TwoReleases.Replace("needs: [one]", "installed: false", StringComparison.Ordinal));

        var diff = (await project.DiffAsync()).ShouldSucceed();
        diff.Output.ShouldContain("1 to uninstall");
        diff.Output.ShouldContain($"ConfigMap {project.Namespace}/two");

        (await project.ApplyAsync()).ShouldSucceed().Output.ShouldContain("1 uninstalled");
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("two");
    }

    [Fact]
    public async Task Only_selected_releases_are_touched()
    {
        using var project = new Project(await shared.GetAsync()).Releases(TwoReleases).Write("values.yaml", "mode: plain\n");

        (await project.ApplyAsync("--selector=name=one")).ShouldSucceed().Output.ShouldContain("1 installed");
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("two");
    }

    [Fact]
    public async Task A_change_that_no_object_shows_is_told_and_not_applied()
    {
        using var project = new Project(await shared.GetAsync()).Releases(TwoReleases).Write("values.yaml", "mode: plain\n");
        (await project.ApplyAsync()).ShouldSucceed();
        project.Write("values.yaml", "mode: plain\nunused: 1\n").Write("chart/Chart.yaml", "apiVersion: v2\nname: settings\nversion: 1.1.0\n");

        var run = (await project.ApplyAsync()).ShouldSucceed();

        run.Output.ShouldContain("Only the release record differs: the chart's version (1.0.0 → 1.1.0) and values that no object shows.");
        (await project.HelmAsync("history", "one", "--namespace", project.Namespace)).ShouldNotContain("1.1.0");
    }

    [Fact]
    public async Task A_dry_run_asks_the_server_and_changes_nothing()
    {
        using var project = new Project(await shared.GetAsync()).Releases(TwoReleases.Replace("- name: two", "- name: Two_Is_No_Name", StringComparison.Ordinal).Replace("namespace: NS", "namespace: default", StringComparison.Ordinal))
            .Write("values.yaml", "mode: plain\n").Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name | default .Release.Name }}-NS\n".Replace("NS", "dry", StringComparison.Ordinal));
        project.Releases("releases:\n  - name: one\n    namespace: default\n    chart: ./chart\n    values: [{name: Not_A_Name}]\n");

        var run = (await project.ApplyAsync("--server-dry-run")).ShouldFail();

        run.All.ShouldContain("Not_A_Name");
        (await project.HelmAsync("list", "--namespace", "default")).ShouldNotContain("one");
    }
}
