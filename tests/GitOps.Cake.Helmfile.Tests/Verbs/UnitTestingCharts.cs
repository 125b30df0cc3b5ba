using GitOps.Cake.Helmfile.Tests.Doubles;

namespace GitOps.Cake.Helmfile.Tests.Verbs;

/// <summary><c>unittest</c> works on releases that name tests, and looks only at the charts of all others.</summary>
public class UnitTestingCharts
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_values_of_a_release_without_tests_are_not_read()
    {
        using var folder = new EngineFolder("""
            releases:
            - {name: web, chart: ./c, values: [absent.yaml], secrets: [absent-secrets.yaml], set: [{name: a, file: absent.crt}]}
            """);
        folder.Write("c/Chart.yaml", "{apiVersion: v2, name: c, version: 1.0.0}");

        (await folder.Engine.UnitTestAsync(new() { Scope = new() }, Token)).Releases.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_chart_has_to_be_there()
    {
        using var folder = new EngineFolder("releases: [{name: web, chart: ./absent}]");

        (await Should.ThrowAsync<GitOpsException>(folder.Engine.UnitTestAsync(new() { Scope = new() }, Token))).Message.ShouldContain("./absent");
    }

    [Fact]
    public async Task Those_of_a_release_with_tests_are()
    {
        using var folder = new EngineFolder("releases: [{name: web, chart: ./c, unitTests: [tests], values: [absent.yaml]}]");
        folder.Write("c/Chart.yaml", "{apiVersion: v2, name: c, version: 1.0.0}");

        (await Should.ThrowAsync<GitOpsException>(folder.Engine.UnitTestAsync(new() { Scope = new() }, Token))).Message.ShouldContain("absent.yaml");
    }
}
