using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Tests.Verbs;

/// <summary>A rendering that fails tells what comes before the failure, as helmfile prints it.</summary>
public class RenderingUntilAFailure
{
    private const string Three = """
        releases:
        - {name: last, chart: ./c, needs: [torn]}
        - {name: first, chart: ./c}
        - {name: torn, chart: ./c}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<PartlyRenderedException> FailureAsync(EngineFolder folder, HelmfileScope? scope = null) =>
        await Should.ThrowAsync<PartlyRenderedException>(folder.Engine.TemplateAsync(new() { Scope = scope ?? new() }, Token));

    private static string[] Names(PartlyRenderedException failure) => [.. failure.Rendered.Releases.Select(release => release.Release.Name)];

    private static string? Torn(string call) => call is "template torn" ? "torn does not render" : null;

    [Fact]
    public async Task Releases_before_the_failed_one_are_there_and_later_ones_are_not()
    {
        using var folder = new EngineFolder(Three);
        folder.Cluster.Fail = Torn;

        var failure = await FailureAsync(folder);

        failure.Message.ShouldBe("torn: torn does not render");
        Names(failure).ShouldBe(["first"]);
    }

    [Fact]
    public async Task Releases_before_one_whose_values_are_missing_are_there()
    {
        using var folder = new EngineFolder("releases:\n- {name: a, chart: ./c}\n- {name: b, chart: ./c, values: [absent.yaml]}\n- {name: c, chart: ./c}\n");

        var failure = await FailureAsync(folder);

        failure.Message.ShouldContain("absent.yaml");
        Names(failure).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Every_failure_of_every_file_is_told()
    {
        using var folder = new EngineFolder("helmfiles: [one.yaml, two.yaml]\nreleases:\n- {name: top, chart: ./c, values: [absent.yaml]}\n");
        folder.Write("one.yaml", "releases:\n- {name: a, chart: ./c}\n- {name: torn, chart: ./c}\n");
        folder.Write("two.yaml", "releases:\n- {name: b, chart: ./c}\n");
        folder.Cluster.Fail = Torn;

        var failure = await FailureAsync(folder);

        failure.Message.ShouldContain("torn does not render");
        failure.Message.ShouldContain("absent.yaml");
        Names(failure).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(false, "b")]
    [InlineData(true, "")]
    public async Task Files_of_a_folder_wait_for_each_other_only_where_that_is_wanted(bool inTurn, string names)
    {
        using var folder = new EngineFolder(Three);
        folder.Write("all/a.yaml", "releases:\n- {name: torn, chart: ../c}\n");
        folder.Write("all/b.yaml", "releases:\n- {name: b, chart: ../c}\n");
        folder.Cluster.Fail = Torn;

        string.Join(' ', Names(await FailureAsync(folder, new() { File = "all", SequentialHelmfiles = inTurn }))).ShouldBe(names);
    }

    [Fact]
    public async Task Releases_are_cleaned_up_after_although_one_did_not_render()
    {
        using var folder = new EngineFolder("""
            hooks: [{events: [cleanup], command: echo, args: [all]}]
            releases:
            - {name: torn, chart: ./c, hooks: [{events: [cleanup], command: echo, args: [torn]}]}
            - {name: b, chart: ./c, hooks: [{events: [cleanup], command: echo, args: [b]}]}
            """);
        folder.Cluster.Fail = Torn;

        await FailureAsync(folder);

        folder.Journal().ShouldBe(["torn", "b", "all"]);
    }

    [Fact]
    public async Task What_was_rendered_counts_although_a_last_hook_fails()
    {
        using var folder = new EngineFolder("hooks: [{events: [cleanup], command: fail}]\nreleases:\n- {name: a, chart: ./c}\n");

        Names(await FailureAsync(folder)).ShouldBe(["a"]);
    }
}
