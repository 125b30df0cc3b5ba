using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Tests.Planning.Comparing;

public class DiffChoicesTests
{
    private static readonly ClusterCapabilities Cluster = new() { Uid = "1", KubeVersion = "v1.20.2" };

    [Fact]
    public void Words_of_the_command_line_take_the_place_of_the_state_files()
    {
        var release = Release(new() { DiffArguments = ["--three-way-merge"] });

        DiffChoices.None.For(release, exists: true).Live.ShouldBe(LiveComparison.ThreeWay);
        new DiffChoices { Options = new() { DiffArgs = ["--no-hooks"] } }.For(release, exists: true).Live.ShouldBe(LiveComparison.None);
        new DiffChoices { Drift = true }.For(release, exists: true).Live.ShouldBe(LiveComparison.Drift);
    }

    [Theory]
    [InlineData(false, false, true, true)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, true, true)]
    [InlineData(false, true, false, false)]
    public void Validation_is_left_out_always_or_on_install_alone(bool always, bool onInstall, bool exists, bool isValidated) =>
        DiffChoices.None.For(Release(new() { DisableValidation = always, DisableValidationOnInstall = onInstall }), exists).IsValidated.ShouldBe(isValidated);

    [Theory]
    [InlineData(false, false, true, "v1.20.2")]
    [InlineData(true, false, true, "v1.20.2")]
    [InlineData(true, true, true, "1.31.0")]
    [InlineData(true, false, false, "1.31.0")]
    public void Charts_see_the_clusters_version_unless_nothing_is_validated_and_the_file_names_one(
        bool withoutValidation, bool stateNamesOne, bool detects, string version)
    {
        var release = Release(new() { DisableValidation = withoutValidation, StateKubeVersion = stateNamesOne, DetectKubeVersion = detects }) with
        {
            Rendering = new() { KubeVersion = "1.31.0" },
        };

        DiffChoices.None.For(release, exists: true).KubeVersion(release, Cluster).ShouldBe(version);
    }

    [Theory]
    [InlineData(PreviousValues.AsDeclared, true, true)]
    [InlineData(PreviousValues.Reset, true, false)]
    [InlineData(PreviousValues.Reuse, false, true)]
    public void What_the_call_says_of_previous_values_wins(PreviousValues choice, bool declared, bool reuses) =>
        new DiffChoices { PreviousValues = choice }.For(Release(new()) with { Options = new() { ReuseValues = declared } }, exists: true).ReuseValues.ShouldBe(reuses);

    [Fact]
    public void A_first_install_reuses_nothing_and_is_skipped_when_asked_for()
    {
        var diff = new DiffChoices { PreviousValues = PreviousValues.Reuse, Options = new() { SkipDiffOnInstall = true } }.For(Release(new()), exists: false);

        diff.ReuseValues.ShouldBeFalse();
        diff.IsSkipped.ShouldBeTrue();
    }

    [Fact]
    public void A_pattern_that_is_none_is_an_error_that_names_it() =>
        Should.Throw<GitOpsException>(() => DiffChoices.None.For(Release(new() { SuppressOutputLineRegex = ["(a"] }), exists: true)).Message.ShouldContain("'(a'");

    private static Release Release(ReleaseComparison comparison) => new()
    {
        Id = new("web", "shop"),
        Position = new("helmfile.yaml", 1),
        Chart = "./web",
        Comparison = comparison,
    };
}
