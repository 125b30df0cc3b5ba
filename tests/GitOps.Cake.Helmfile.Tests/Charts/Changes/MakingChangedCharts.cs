using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Charts.Changes;

public sealed class MakingChangedCharts
{
    [Fact]
    public async Task A_chart_is_rendered_with_its_own_values_first_before_its_manifest_is_changed()
    {
        using var folder = new EngineFolder("""
            releases:
            - name: web
              namespace: shop
              chart: ./c
              forceNamespace: forced
              kubeVersion: 1.30.0
              apiVersions: [extra/v1]
              set: [{name: a, value: b}]
              setString: [{name: c, value: d}]
              values: [{x: 1}]
            """);
        folder.Write("c/values.yaml", "own: true");

        await folder.DiffAsync();

        var patch = folder.Patches.ShouldHaveSingleItem();
        patch.Namespace.ShouldBe("forced");
        patch.Render.Chart.ValuesFiles.Select(Path.GetFileName).ShouldBe(["values.yaml", "values-0.yaml"]);
        patch.Render.Chart.Sets.ShouldBe([new(SetKind.Typed, "a", "b")]);
        patch.Render.KubeVersion.ShouldBe("1.30.0");
        patch.Render.ApiVersions.ShouldContain("extra/v1");
        patch.Render.IsUpgrade.ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_user_sets_reaches_the_first_rendering_by_helmfiles_rule()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, chart: ./c, forceNamespace: f, set: [{name: a, value: b}], values: [{x: 1}]}\n");
        folder.Write("user.yaml", "x: 2");

        var plan = await folder.Engine.DiffAsync(
            new() { Scope = folder.Scope, Values = new() { Files = ["user.yaml"], Set = ["a=c"] } }, TestContext.Current.CancellationToken);

        var chart = folder.Patches.ShouldHaveSingleItem().Render.Chart;
        chart.ValuesFiles.Select(Path.GetFileName).ShouldBe(["user.yaml", "values-0.yaml"]);
        chart.Sets.ShouldBe([new(SetKind.Typed, "a", "b"), new(SetKind.Typed, "a", "c")]);
        plan.Warnings.ShouldHaveSingleItem().ShouldContain("its own values win over those of --values");
    }

    [Fact]
    public async Task A_post_renderer_sees_the_changed_manifest_once()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, chart: ./c, forceNamespace: f, postRenderer: ./add, postRendererArgs: [one]}\n");

        await folder.ApplyAsync();

        var first = folder.Patches.ShouldHaveSingleItem().Render.Chart;
        (first.PostRenderer, first.PostRendererArguments.IsEmpty).ShouldBe((null, true));
        var upgraded = folder.Cluster.LastUpgrade.ShouldNotBeNull().Chart;
        upgraded.PostRenderer.ShouldNotBeNull().ShouldEndWith("/add");
        upgraded.PostRendererArguments.ShouldBe(["one"]);
    }

    [Fact]
    public async Task Manifests_come_into_the_namespace_of_their_release()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, namespace: shop, chart: ./manifests, version: 1.2.3}\n- {name: bare, chart: ./manifests}\n");
        folder.Write("manifests/a.yaml", "kind: ConfigMap");

        await folder.DiffAsync();

        folder.Assemblies.Select(assembly => (assembly.Release.Name, assembly.Version, assembly.IsPulled)).ShouldBe([("web", "1.2.3", false), ("bare", null, false)], ignoreOrder: true);
        folder.Patches.ShouldHaveSingleItem().Namespace.ShouldBe("shop");
    }

    [Fact]
    public async Task A_kustomization_takes_no_single_values()
    {
        using var folder = new EngineFolder("releases:\n- {name: web, chart: ./k, set: [{name: a, value: b}]}\n");
        folder.Write("k/kustomization.yaml", "resources: []");

        var release = (await folder.DiffAsync()).Releases.ShouldHaveSingleItem();

        release.Comparison.ShouldBe(Comparison.Failed);
        release.Error.ShouldNotBeNull().ShouldContain("is a kustomization, which takes no single values");
    }
}
