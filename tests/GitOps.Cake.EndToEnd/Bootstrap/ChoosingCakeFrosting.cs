namespace GitOps.Cake.EndToEnd.Bootstrap;

public sealed class ChoosingCakeFrosting : IClassFixture<PrebuiltRepository>
{
    private const string NotFound = "echo 'error: Unable to find a valid package version'; exit 1";

    private readonly PrebuiltRepository _repository;

    public ChoosingCakeFrosting(PrebuiltRepository repository)
    {
        _repository = repository;
        repository.Write(".artifacts/build/.frosting", "nothing known");
        repository.Write("Directory.Packages.props", """
            <Project><ItemGroup><PackageVersion Include="Cake.Frosting" Version="7.0.0" /></ItemGroup></Project>
            """);
        repository.WritePart("Part", $"{Guid.NewGuid()}");
        repository.Dotnet.Forget();
    }

    private IEnumerable<string> Questions => _repository.Dotnet.Calls.Where(call => call.StartsWith("package ", StringComparison.Ordinal));

    [Theory]
    [InlineData("exit 0", "true")]
    [InlineData(NotFound, "false")]
    public async Task The_feeds_are_asked_once(string answer, string expected)
    {
        _repository.Dotnet.Answer("package", answer);

        await _repository.RunAsync("exit", "7");
        _repository.WritePart("Part", $"changed, {expected}");
        await _repository.RunAsync("exit", "7");

        Questions.ShouldHaveSingleItem().ShouldStartWith("package download Cake.Frosting@7.0.0 ");
        Builds.ShouldAllBe(call => call.EndsWith($" -p:UseCakeFrostingPackage={expected}", StringComparison.Ordinal));
        Builds.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Other_feeds_are_asked_again()
    {
        _repository.Dotnet.Answer("package", NotFound);
        await _repository.RunAsync("exit", "7");
        _repository.Dotnet.Answer("package", "exit 0");

        _repository.Write("nuget.config", "<configuration />");

        await _repository.RunAsync("exit", "7");
        Builds.Last().ShouldEndWith(" -p:UseCakeFrostingPackage=true");
        File.Delete(_repository.PathOf("nuget.config"));
    }

    [Fact]
    public async Task Feeds_that_do_not_answer_are_asked_again_at_the_next_build()
    {
        _repository.Dotnet.Answer("package", "echo 'error: NU1301: no route to host'; exit 1");

        var outcome = await _repository.RunAsync("exit", "7");

        outcome.ExitCode.ShouldBe(7);
        outcome.Error.ShouldContain("no route to host");
        Builds.ShouldHaveSingleItem().ShouldEndWith(" -p:UseCakeFrostingPackage=false");
        _repository.WritePart("Part", $"{Guid.NewGuid()}");
        await _repository.RunAsync("exit", "7");
        Questions.Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_environment_can_refuse_the_package()
    {
        await _repository.Script("exit", "7").With("UseCakeFrostingPackage", "false").RunAsync();

        Questions.ShouldBeEmpty();
        Builds.ShouldHaveSingleItem().ShouldEndWith(" -p:UseCakeFrostingPackage=false");
    }

    [Fact]
    public async Task The_environment_can_insist_on_the_package()
    {
        _repository.Dotnet.Answer("package", NotFound);

        var outcome = await _repository.Script("exit", "7").With("UseCakeFrostingPackage", "true").RunAsync();

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("do not have Cake.Frosting 7.0.0");
        outcome.Error.ShouldContain("unset UseCakeFrostingPackage");
        Builds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Anything_else_in_the_environment_is_an_error()
    {
        var outcome = await _repository.Script("exit", "7").With("UseCakeFrostingPackage", "yes").RunAsync();

        outcome.ShouldBe(new Outcome(1, "", "UseCakeFrostingPackage is 'yes'; it must be true, false or not set.\n"));
    }

    private IEnumerable<string> Builds => _repository.Dotnet.Calls.Where(call => call.StartsWith("publish ", StringComparison.Ordinal));
}
