namespace GitOps.Cake.EndToEnd.Deploying;

public class FailingReleases(SharedCluster shared)
{
    private const string Chain = "releases:\n  - {name: first, namespace: NS, chart: ./chart}\n  - {name: second, namespace: NS, chart: ./bad, needs: [first]}\n  - {name: third, namespace: NS, chart: ./chart, needs: [second]}\n";
    private const string BadName = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Not_A_Name\n";

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_failure_in_a_chain_says_what_was_applied_failed_and_skipped_and_the_next_run_tries_again(int helm)
    {
        using var project = new Project(await shared.GetAsync(), helm).Releases(Chain)
            .Write("bad/Chart.yaml", "apiVersion: v2\nname: bad\nversion: 1.0.0\n").Write("bad/templates/config.yaml", BadName);

        var run = (await project.ApplyAsync()).ShouldFail();

        run.Output.ShouldMatch(@"/first\s+installed");
        run.Output.ShouldMatch(@"/second\s+failed");
        run.Output.ShouldMatch(@"/third\s+skipped");
        run.Error.ShouldContain("Not_A_Name");
        run.Error.ShouldContain("second");

        (await project.DiffAsync()).ShouldSucceed().Output.ShouldContain("failed");
        project.Write("bad/templates/config.yaml", BadName.Replace("Not_A_Name", "a-name", StringComparison.Ordinal));
        var repaired = (await project.ApplyAsync()).ShouldSucceed();
        repaired.Output.ShouldMatch(@"/second\s+upgraded");
        repaired.Output.ShouldMatch(@"/third\s+installed");
    }

    [Fact]
    public async Task A_chart_that_does_not_render_stops_everything_before_anything_changes()
    {
        using var project = new Project(await shared.GetAsync()).Releases(Chain.Replace("needs: [first]", "condition: \"\"", StringComparison.Ordinal))
            .Write("bad/Chart.yaml", "apiVersion: v2\nname: bad\nversion: 1.0.0\n").Write("bad/templates/config.yaml", "{{ required \"tier must be set\" .Values.tier }}");

        var run = (await project.ApplyAsync()).ShouldFail();

        run.Error.ShouldContain("tier must be set");
        run.Error.ShouldContain("second");
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("first");

        // A rendering shows what comes before, as helmfile does.
        var rendered = (await project.RunAsync("HelmfileTemplate")).ShouldFail();
        rendered.Output.ShouldContain("name: first");
        rendered.Output.ShouldNotContain("name: third");
        rendered.Error.ShouldContain("tier must be set");
    }

    [Fact]
    public async Task A_kind_that_nobody_serves_is_named_before_anything_changes()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart}\n")
            .Write("chart/templates/thing.yaml", "apiVersion: shop.example.com/v1\nkind: Thing\nmetadata:\n  name: a\n");

        var run = (await project.ApplyAsync()).ShouldFail();

        run.Error.ShouldContain("Thing");
        run.Error.ShouldContain("shop.example.com/v1");
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("one");
    }

    [Fact]
    public async Task An_object_of_another_release_is_named_before_anything_changes()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: one, namespace: NS, chart: ./chart}\n");
        project.Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shared\n");
        (await project.ApplyAsync()).ShouldSucceed();
        project.Releases("releases:\n  - {name: other, namespace: NS, chart: ./chart}\n");

        foreach (var run in new[] { await project.DiffAsync(), await project.ApplyAsync() })
        {
            run.ShouldFail().Error.ShouldContain($"ConfigMap {project.Namespace}/shared exists already and it belongs to release {project.Namespace}/one");
        }

        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldNotContain("other");
    }

    [Fact]
    public async Task A_renamed_release_may_take_over_from_the_one_that_the_same_file_uninstalls()
    {
        using var project = new Project(await shared.GetAsync()).Releases("releases:\n  - {name: before, namespace: NS, chart: ./chart}\n");
        project.Write("chart/templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shared\n");
        (await project.ApplyAsync()).ShouldSucceed();
        project.Releases("releases:\n  - {name: after, namespace: NS, chart: ./chart}\n  - {name: before, namespace: NS, chart: ./chart, installed: false}\n");

        (await project.ApplyAsync()).ShouldSucceed();
        (await project.HelmAsync("list", "--namespace", project.Namespace)).ShouldContain("after");
    }
}
