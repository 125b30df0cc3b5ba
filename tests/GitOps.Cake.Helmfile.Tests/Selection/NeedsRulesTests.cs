using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Selection;

public class NeedsRulesTests
{
    private const string Chain = """
        releases:
        - {name: app, chart: ./c, needs: [api]}
        - {name: api, chart: ./c, needs: [db]}
        - {name: db, chart: ./c, condition: "false"}
        - {name: aside, chart: ./c}
        """;

    [Theory]
    [InlineData(NeedsMode.Ignore, "app")]
    [InlineData(NeedsMode.Include, "db|api|app")]
    [InlineData(NeedsMode.IncludeTransitive, "db|api|app")]
    public async Task Needs_come_along_when_they_are_asked_for(NeedsMode mode, string expected)
    {
        using var folder = new StateFolder(("helmfile.yaml", Chain));
        var loaded = await folder.LoadAsync(new() { Selectors = ["name=app"] });

        var groups = NeedsRules.Groups(loaded, new() { Mode = mode });

        string.Join('|', groups.Select(group => string.Join(',', group.Select(release => release.Id)))).ShouldBe(expected);
    }

    [Fact]
    public async Task A_need_that_is_not_chosen_is_an_error_on_demand()
    {
        using var folder = new StateFolder(("helmfile.yaml", Chain));
        var loaded = await folder.LoadAsync(new() { Selectors = ["name=app"] });

        var error = Should.Throw<StateFileException>(() => NeedsRules.Groups(loaded, new() { Mode = NeedsMode.Require }));

        error.Message.ShouldContain("helmfile.yaml: line 2");
        error.Message.ShouldContain("\"app\" depends on \"api\" which does not match the selectors");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", namespace: demo", false)]
    public async Task A_need_that_is_not_to_be_installed_counts_without_a_namespace_as_helmfile_has_it(string more, bool isError)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"releases:\n- {{name: app, chart: ./c, needs: [db]{more}}}\n- {{name: db, chart: ./c, installed: false{more}}}\n"));
        var loaded = await folder.LoadAsync();
        var groups = () => { NeedsRules.Groups(loaded, new() { EnforceInstalled = true }); };

        if (isError)
            Should.Throw<StateFileException>(groups).Message.ShouldContain("\"app\" has a transitive dependency \"db\"");
        else
            groups.ShouldNotThrow();
    }

    [Fact]
    public async Task Of_two_releases_of_one_name_selectors_may_leave_one()
    {
        using var folder = new StateFolder(("helmfile.yaml", "releases:\n- {name: app, chart: ./c, labels: {a: x}}\n- {name: app, chart: ./c, labels: {a: y}}\n"));
        var loaded = await folder.LoadAsync(new() { Selectors = ["a=y"] });

        NeedsRules.Groups(loaded, new()).ShouldHaveSingleItem().ShouldHaveSingleItem().Labels["a"].ShouldBe("y");
    }
}
