using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.Tests.State;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.Selection;

public sealed class SelectionTests
{
    private const string Shop =
        """
        commonLabels: {product: shop}
        values:
        - {on: {enabled: true}, off: {enabled: false}}
        releases:
        - {name: web, namespace: front, chart: ../charts/web, labels: {tier: front, team: blue}}
        - {name: api, namespace: back, chart: stable/api, labels: {tier: back, name: mine}, condition: on.enabled}
        - {name: cache, chart: cache, labels: {team: red}, condition: off.enabled}
        - {name: gone, chart: cache, installed: false}
        """;

    [Theory]
    [InlineData("", "web api gone")]
    [InlineData("tier=front", "web")]
    [InlineData("tier!=front", "api gone")]
    [InlineData("tier=front,team=blue", "web")]
    [InlineData("tier=front,team=red", "")]
    [InlineData("tier=front tier=back", "web api")]
    [InlineData("name=api", "api")]
    [InlineData("name=mine", "")]
    [InlineData("namespace=back", "api")]
    [InlineData("chart=web", "web")]
    [InlineData("product=shop", "web api gone")]
    [InlineData("name=cache", "")]
    public async Task Selectors_choose_among_labels_and_conditions_rule_out(string selectors, string names)
    {
        using var folder = new StateFolder(("helmfile.yaml", Shop));

        var loaded = await folder.LoadAsync(new() { Selectors = selectors.Length == 0 ? [] : [.. selectors.Split(' ')] });

        string.Join(' ', ReleaseSelection.Select(loaded).Select(release => release.Id.Name)).ShouldBe(names);
    }

    [Theory]
    [InlineData("tier")]
    [InlineData("tier=")]
    [InlineData("tier=a,")]
    [InlineData("tier = a")]
    [InlineData("tier==a")]
    [InlineData("=a")]
    [InlineData("tier=ä")]
    public async Task A_malformed_selector_is_an_error_that_shows_it(string selector)
    {
        using var folder = new StateFolder(("helmfile.yaml", Shop));
        var loaded = await folder.LoadAsync(new() { Selectors = [selector] });

        Should.Throw<InvalidSettingsException>(() => ReleaseSelection.Select(loaded)).Message.ShouldContain($"the selector \"{selector}\"");
    }

    [Fact]
    public async Task Two_releases_of_one_name_and_namespace_are_an_error_unless_one_is_selected()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            "releases:\n- {name: app, namespace: demo, chart: c, labels: {size: small}}\n- {name: app, namespace: demo, chart: c, labels: {size: large}}\n- {name: app, namespace: other, chart: c}\n"));

        var all = await folder.LoadAsync();
        var one = await folder.LoadAsync(new() { Selectors = ["size=small"] });

        var message = Should.Throw<StateFileException>(() => ReleaseSelection.Select(all)).Message;
        message.ShouldStartWith("helmfile.yaml: line 3");
        message.ShouldContain("duplicate release \"demo/app\": the one at helmfile.yaml:2");
        ReleaseSelection.Select(one).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("true", true)]
    [InlineData("FALSE", false)]
    [InlineData("lit.enabled", true)]
    [InlineData("dark.enabled", false)]
    [InlineData("silent.enabled", false)]
    [InlineData("text.enabled", false)]
    [InlineData("deep.down.enabled", true)]
    [InlineData("enabled", false)]
    public void A_condition_takes_the_boolean_at_its_path(string? condition, bool holds)
    {
        var values = (GoMap)YamlReader.ReadValue("{lit: {enabled: true}, dark: {enabled: false}, silent: {}, text: {enabled: 'true'}, deep: {down: {enabled: true}}}")!;

        ReleaseCondition.Read(condition, values).ShouldBe((holds, null));
    }

    [Theory]
    [InlineData("a.b.enabled", "field '.a' not found")]
    [InlineData("text.b.enabled", "field '.text' is not a map")]
    [InlineData("a.b", "ends in .enabled")]
    public void A_condition_that_cannot_be_read_is_a_problem(string condition, string fact)
    {
        var values = (GoMap)YamlReader.ReadValue("{text: x}")!;

        ReleaseCondition.Read(condition, values).Problem.ShouldNotBeNull().ShouldContain(fact);
    }
}
