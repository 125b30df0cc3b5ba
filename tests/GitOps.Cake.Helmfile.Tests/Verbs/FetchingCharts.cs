using GitOps.Cake.Helmfile.Tests.Doubles;

namespace GitOps.Cake.Helmfile.Tests.Verbs;

public sealed class FetchingCharts
{
    [Fact]
    public async Task A_local_chart_is_copied_into_the_folder_of_its_release()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, namespace: shop, chart: ./c}\n");
        folder.Write("c/templates/a.yaml", "kind: A\n");

        var fetched = await folder.Engine.FetchAsync(new() { Scope = new(), OutputDir = "out", WriteOutput = true }, TestContext.Current.CancellationToken);

        var chart = fetched.Charts.ShouldHaveSingleItem();
        chart.Path.ShouldEndWith("/out/shop/web/c/latest");
        folder.Read("out/shop/web/c/latest/templates/a.yaml").ShouldBe("kind: A\n");
        fetched.State.ShouldNotBeNull().ShouldContain($"chart: {chart.Path}\n");
    }

    [Fact]
    public async Task Without_a_folder_a_local_chart_stays_where_it_is()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, chart: ./c}\n");

        var fetched = await folder.Engine.FetchAsync(new() { Scope = new() }, TestContext.Current.CancellationToken);

        fetched.Charts.ShouldHaveSingleItem().Path.ShouldEndWith("/c");
    }
}
