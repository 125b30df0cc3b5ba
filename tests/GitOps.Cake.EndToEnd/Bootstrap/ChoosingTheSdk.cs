namespace GitOps.Cake.EndToEnd.Bootstrap;

public sealed class ChoosingTheSdk(PrebuiltRepository repository) : IClassFixture<PrebuiltRepository>
{
    [Fact]
    public async Task Without_dotnet_it_says_what_to_do()
    {
        var outcome = await repository.Script("parts").With("PATH", SearchPath.Bare(Path.Combine(repository.Home, "bare"))).RunAsync();

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldStartWith("There is no 'dotnet' on the PATH.\n");
        outcome.Error.ShouldContain("https://dotnet.microsoft.com/download");
    }

    [Theory]
    [InlineData("DOTNET_ROOT", "dotnet")]
    [InlineData("HOME", ".dotnet/dotnet")]
    public async Task A_dotnet_that_is_not_on_the_PATH_is_found(string variable, string place)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository.Home, variable)).FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, place))!);
        File.CreateSymbolicLink(Path.Combine(folder, place), Path.Combine(repository.Dotnet.Folder, "dotnet"));

        var outcome = await repository.Script("exit", "7")
            .With("PATH", SearchPath.Bare(Path.Combine(repository.Home, "bare"))).With(variable, folder).RunAsync();

        outcome.ExitCode.ShouldBe(7, outcome.Error);
    }

    [Fact]
    public async Task Without_an_SDK_that_fits_it_says_what_to_do()
    {
        var globalJson = await File.ReadAllTextAsync(repository.PathOf("global.json"), TestContext.Current.CancellationToken);
        repository.Write("global.json", """{ "sdk": { "version": "99.0.100" } }""");

        var outcome = await repository.RunAsync("parts");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("99.0.100");
        outcome.Error.ShouldContain("https://dotnet.microsoft.com/download");
        repository.Write("global.json", globalJson);
    }

    [Fact]
    public async Task Another_SDK_means_another_build()
    {
        await repository.RunAsync("exit", "7");
        var folder = Path.Combine(repository.Dotnet.Folder, "sdk");
        Directory.CreateDirectory(Path.Combine(folder, "10.0.201"));
        repository.Dotnet.Answer("version", "ls \"$here/sdk\" | tail -n 1; exit");
        await repository.RunAsync("exit", "7");
        repository.Dotnet.Forget();

        await repository.RunAsync("exit", "7");
        repository.Dotnet.Calls.ShouldHaveSingleItem().ShouldEndWith("/Build.dll exit 7");

        Directory.CreateDirectory(Path.Combine(folder, "10.0.202"));
        await repository.RunAsync("exit", "7");
        repository.Dotnet.BuildCount.ShouldBe(1);
        Directory.Delete(folder, recursive: true);
        repository.Dotnet.AnswerItself("version");
    }

    [Fact]
    public async Task Another_SDK_means_another_build_where_dotnet_is_a_wrapper()
    {
        repository.Dotnet.Answer("version", "echo 10.0.301; exit");
        await repository.RunAsync("exit", "7");
        repository.Dotnet.Forget();

        await repository.RunAsync("exit", "7");
        repository.Dotnet.BuildCount.ShouldBe(0);

        repository.Dotnet.Answer("version", "echo 10.0.302; exit");
        await repository.RunAsync("exit", "7");
        repository.Dotnet.BuildCount.ShouldBe(1);
        repository.Dotnet.AnswerItself("version");
    }
}
