namespace GitOps.Cake.EndToEnd.Bootstrap;

public sealed class FailingBuilds(TinyRepository repository) : IClassFixture<TinyRepository>
{
    [Fact]
    public async Task The_compilers_errors_are_shown_and_nothing_is_started()
    {
        repository.WritePart("Part", "\" no C#");

        var outcome = await repository.RunAsync("parts");

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("src/Part.cs(1,");
        outcome.Error.ShouldContain("error CS");
        outcome.Error.ShouldEndWith("could not be built; the errors stand above.\n");
    }

    [Fact]
    public async Task What_an_MSBuild_above_left_in_the_environment_does_no_harm()
    {
        repository.WritePart("Part", "below MSBuild");

        var outcome = await repository.Script("parts")
            .With("MSBuildSDKsPath", "/nowhere").With("MSBuildExtensionsPath", "/nowhere/").With("MSBUILD_EXE_PATH", "/nowhere/MSBuild.dll")
            .RunAsync();

        outcome.Output.ShouldBe("Part=below MSBuild\n", outcome.Error);
    }

    [Theory]
    [InlineData("no project")]
    [InlineData("two projects")]
    public async Task The_only_program_is_the_one_under_build(string projects)
    {
        using var other = new TinyRepository();
        if (projects == "no project")
        {
            File.Delete(other.PathOf("build/Build.csproj"));
        }
        else
        {
            other.Write("build/Other.csproj", TinyProgram.Project);
        }

        var outcome = await other.RunAsync("parts");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldStartWith($"One project is expected in {other.Root}/build");
    }
}
