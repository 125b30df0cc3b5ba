namespace GitOps.Cake.EndToEnd.Bootstrap;

public sealed class StartingTheProgram(PrebuiltRepository repository) : IClassFixture<PrebuiltRepository>
{
    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] arguments =
        [
            "--target=Deploy", "--name=two words", "it's", "\"quoted\"", "", " ", "*", "$(id)", "`id`", "a\\b", "a;b|c&d", "line\nbreak", "~", "--", "é…",
        ];

        var outcome = await repository.RunAsync(["arguments", .. arguments]);

        outcome.Output.ShouldBe(string.Concat(arguments.Select(argument => $"{argument.Length}:{argument}\n")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(255)]
    public async Task Its_exit_code_is_the_programs(int code) => (await repository.RunAsync("exit", $"{code}")).ExitCode.ShouldBe(code);

    [Fact]
    public async Task The_program_is_the_process_that_was_started_and_gets_its_signals()
    {
        using var run = repository.Script("wait").Start();
        (await run.ReadLineAsync()).ShouldBe($"{run.Id}");

        run.Signal("TERM");

        (await run.WaitAsync()).ExitCode.ShouldBe(42);
    }

    [Fact]
    public async Task It_works_from_any_directory_and_leaves_it_as_it_is()
    {
        await repository.PartsAsync();
        repository.Dotnet.Forget();

        var outcome = await (repository.Script("where") with { Directory = repository.Home }).RunAsync();

        outcome.Output.ShouldBe($"{repository.Home}\n");
        repository.Dotnet.BuildCount.ShouldBe(0);
    }

    [Fact]
    public async Task It_works_through_symbolic_links()
    {
        await repository.PartsAsync();
        repository.Dotnet.Forget();
        var link = Path.Combine(repository.Home, "build link");
        File.CreateSymbolicLink(Path.Combine(repository.Home, "first"), repository.PathOf("build.sh"));
        File.CreateSymbolicLink(link, "first");

        var outcome = await (repository.Script("where") with { Path = link, Directory = "/" }).RunAsync();

        outcome.Output.ShouldBe("/\n", outcome.Error);
        repository.Dotnet.BuildCount.ShouldBe(0);
    }

    [Fact]
    public async Task It_works_when_bash_is_given_the_scripts_bare_name()
    {
        var outcome = await (repository.Script("build.sh", "where") with { Path = "bash" }).RunAsync();

        outcome.Output.ShouldBe($"{repository.Root}\n", outcome.Error);
    }
}
