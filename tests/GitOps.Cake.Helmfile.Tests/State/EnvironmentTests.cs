using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class EnvironmentTests
{
    private static async Task<string> ValuesAsync(StateFolder folder, HelmfileScope? scope = null, LoadOverrides? overrides = null) =>
        YamlWriter.Write((await folder.LoadAsync(scope, overrides)).State!.Values).TrimEnd('\n');

    [Theory]
    [InlineData(null, "a: top\nb: top")]
    [InlineData("prod", "a: top\nb: prod\nc: prod")]
    public async Task Values_of_the_environment_lie_above_those_at_the_top(string? environment, string expected)
    {
        using var folder = new StateFolder((
            "helmfile.yaml", "values:\n- {a: top, b: top}\nenvironments:\n  default: {}\n  prod:\n    values:\n    - {b: prod, c: prod}\n"));

        (await ValuesAsync(folder, new() { Environment = environment })).ShouldBe(expected);
    }

    [Fact]
    public async Task Files_and_inline_maps_are_united_in_their_order()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  default:\n    values: [env/*.yaml, {deep: {b: inline}, list: [3]}]\n"),
            ("env/10.yaml", "deep: {a: ten, b: ten}\nfrom: ten\nlist: [1, 2]"),
            ("env/2.yaml", "from: two"));

        (await ValuesAsync(folder)).ShouldBe("deep:\n  a: ten\n  b: inline\nfrom: two\nlist:\n  - 3");
    }

    [Fact]
    public async Task Fallback_lets_the_first_entry_win_and_null_fall_through()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            "environments:\n  default:\n    mergeStrategy: fallback\n    values: [{a: false, b: null, m: {x: 1}}, {a: true, b: 2, m: {x: 9, y: 2}}]\n"));

        (await ValuesAsync(folder)).ShouldBe("a: false\nb: 2\nm:\n  x: 1\n  \"y\": 2");
    }

    [Fact]
    public async Task Values_of_the_command_line_lie_above_all_and_reach_into_lists()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  default:\n    values: [{a: env, b: env, list: [{x: 1, y: 1}, two]}]\n---\nreleases: []\n"),
            ("over.yaml", "a: file\nb: file"));
        var scope = new HelmfileScope { StateValuesFiles = ["over.yaml"], StateValuesSet = ["b=set,list[0].x=2"] };

        (await ValuesAsync(folder, scope)).ShouldBe("a: file\nb: set\nlist:\n  - x: 2\n    \"y\": 1\n  - two");
    }

    [Fact]
    public async Task A_values_file_of_the_command_line_yields_to_the_environment_only_within_one_part()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "bases: [base.yaml]\nreleases: []\n"),
            ("base.yaml", "environments:\n  default:\n    values: [{a: env}]\n"),
            ("over.yaml", "a: file\nb: file"));
        var scope = new HelmfileScope { StateValuesFiles = ["over.yaml"] };

        (await ValuesAsync(folder, scope)).ShouldBe("a: env\nb: file");
        folder.Write("helmfile.yaml", "bases: [base.yaml]\n---\nreleases: []\n");
        (await ValuesAsync(folder, scope)).ShouldBe("a: file\nb: file");
    }

    [Fact]
    public async Task Environments_of_bases_are_joined_with_paths_from_the_state_file()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "bases: [bases/one.yaml, bases/two.yaml]\nenvironments:\n  default:\n    values: [{c: file}]\n---\nreleases: []\n"),
            ("bases/one.yaml", "environments:\n  default:\n    values: [values.yaml]\n"),
            ("bases/two.yaml", "environments:\n  default:\n    values: [{b: two, c: two}]\n"),
            ("values.yaml", "a: one\nb: one\nc: one"));

        (await ValuesAsync(folder)).ShouldBe("a: one\nb: two\nc: file");
    }

    [Fact]
    public async Task With_fallback_the_file_still_wins_over_its_base()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "bases: [base.yaml]\nenvironments:\n  default:\n    mergeStrategy: fallback\n    values: [{a: file}]\n---\nreleases: []\n"),
            ("base.yaml", "environments:\n  default:\n    values: [{a: base, b: base}]\n"));

        (await ValuesAsync(folder)).ShouldBe("a: file\nb: base");
    }

    [Theory]
    [InlineData("Warn", true)]
    [InlineData("Info", true)]
    [InlineData("Debug", false)]
    public async Task A_missing_file_may_be_passed_over(string handler, bool warned)
    {
        using var folder = new StateFolder((
            "helmfile.yaml", $"environments:\n  default:\n    missingFileHandler: {handler}\n    values: [absent.yaml, {{a: 1}}]\n"));

        var loaded = await folder.LoadAsync();

        YamlWriter.Write(loaded.State!.Values).ShouldBe("a: 1\n");
        loaded.Warnings.Any(warning => warning.Contains("absent.yaml", StringComparison.Ordinal)).ShouldBe(warned);
    }

    [Theory]
    [InlineData("missingFileHandler: Warn\nenvironments:\n  default:\n    values: [absent.yaml]\n", "absent.yaml")]
    [InlineData("environments:\n  default:\n    missingFileHandler: Shrug\n    values: [absent.yaml]\n", "Shrug")]
    [InlineData("environments:\n  default:\n    mergeStrategy: sideways\n", "mergeStrategy \"sideways\"")]
    public async Task What_an_environment_cannot_mean_is_an_error(string text, string fact)
    {
        using var folder = new StateFolder(("helmfile.yaml", text));

        (await folder.ErrorAsync()).ShouldContain(fact);
    }

    [Fact]
    public async Task A_strategy_of_another_environment_does_not_matter()
    {
        using var folder = new StateFolder(("helmfile.yaml", "environments:\n  default: {}\n  odd: {mergeStrategy: sideways}\n"));

        (await ValuesAsync(folder)).ShouldBe("{}");
    }

    [Fact]
    public async Task An_unknown_environment_is_an_error_that_names_the_known_ones()
    {
        using var folder = new StateFolder(("helmfile.yaml", "environments:\n  production: {}\n  staging: {}\n---\nreleases: []\n"));

        var exception = await Should.ThrowAsync<UnknownEnvironmentException>(() => folder.LoadAllAsync(new() { Environment = "prodction" }));

        exception.Message.ShouldContain("\"prodction\" is not defined in helmfile.yaml");
        exception.Message.ShouldContain("did you mean \"production\"?");
    }

    [Fact]
    public async Task Without_any_environments_only_default_is_known()
    {
        using var folder = new StateFolder(("helmfile.yaml", "releases: []\n"));

        (await folder.LoadAllAsync()).ShouldHaveSingleItem();
        await Should.ThrowAsync<UnknownEnvironmentException>(() => folder.LoadAllAsync(new() { Environment = "prod" }));
        (await folder.LoadAllAsync(new() { Environment = "prod", StateValuesSet = ["a=1"] })).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_nested_file_that_lacks_the_environment_is_passed_over_with_a_warning()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "environments:\n  prod: {}\nhelmfiles: [one.yaml, two.yaml]\n"),
            ("one.yaml", "environments:\n  prod: {}\n---\nreleases: []\n"),
            ("two.yaml", "environments:\n  test: {}\n---\nreleases: []\n"));

        var loaded = await folder.LoadAllAsync(new() { Environment = "prod" });

        loaded.Select(file => file.File).ShouldBe(["one.yaml", "helmfile.yaml"]);
        loaded[1].Warnings.ShouldHaveSingleItem().ShouldContain("two.yaml is passed over");
    }

    [Fact]
    public async Task The_context_of_an_environment_serves_releases_that_name_none()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            "environments:\n  prod: {kubeContext: east}\n---\nreleases:\n- {name: a, chart: ./c}\n- {name: b, chart: ./c, kubeContext: west}\n"));

        var loaded = await folder.LoadAsync(new() { Environment = "prod" });

        loaded.Releases.Select(release => release.KubeContext).ShouldBe(["east", "west"]);
        loaded.Releases.Select(release => release.Id.ToString()).ShouldBe(["a", "west//b"]);
    }
}
