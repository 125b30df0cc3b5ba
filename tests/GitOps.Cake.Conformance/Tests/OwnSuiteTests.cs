using GitOps.Cake.Conformance.Reporting;
using GitOps.Cake.Conformance.Running;
using GitOps.Cake.Conformance.Suites;

namespace GitOps.Cake.Conformance.Tests;

/// <summary>The native engine answers as helmfile does, for every case that this project carries.</summary>
public class OwnSuiteTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task State_files_are_read_and_rendered_as_helmfile_does(int helm) =>
        await RunAsync(options => options with { Helm = TestTools.Helm(helm), WithCluster = false });

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Clusters_are_compared_and_changed_as_helmfile_does_and_its_texts_are_read_into_the_same_plans(int helm)
    {
        TestTools.NeedControlPlane();
        await RunAsync(options => options with { Helm = TestTools.Helm(helm), Kubectl = TestTools.Kubectl(), WithCluster = true, ReadsTexts = true });
    }

    private static async Task RunAsync(Func<ConformanceOptions, ConformanceOptions> with)
    {
        using var suite = new OwnSuite();
        var options = with(new() { Cases = suite.Cases, Answers = suite.Recorded, Charts = suite.Charts, Helm = "" });
        using var tools = await Toolbox.OpenAsync(options.Helm, options.Kubectl, TestContext.Current.CancellationToken);
        using var report = new StringWriter();

        var results = await new Suite(options, tools, new ConsoleReport(report).Add).RunAsync(TestContext.Current.CancellationToken);

        results.Count.ShouldBeGreaterThan(30);
        Totals.Of(results).Conforms.ShouldBeTrue($"{report}{Totals.Of(results)}");
    }
}
