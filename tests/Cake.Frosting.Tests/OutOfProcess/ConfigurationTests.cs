namespace Cake.Frosting.Tests.OutOfProcess;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Code_then_environment_then_file_then_command_line_decide()
    {
        (await ColourAsync()).ShouldBe("colour: code");
        (await ColourAsync(environment: "environment")).ShouldBe("colour: environment");

        _folder.Write("cake.config", "[Sample]\nColour=file\n");
        (await ColourAsync(environment: "environment")).ShouldBe("colour: file");
        (await ColourAsync("environment", "--sample_colour=command line")).ShouldBe("colour: command line");
    }

    [Fact]
    public async Task The_working_directory_is_the_process_s_by_default() =>
        (await DirectoryAsync(inCode: null)).ShouldBe((_folder.Path, _folder.Path));

    [Fact]
    public async Task The_working_directory_of_the_code_is_relative_to_the_process_s_and_known_to_the_context()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder.Path, "inner")).FullName;

        (await DirectoryAsync(inCode: "inner")).ShouldBe((inner, inner));
    }

    [Fact]
    public async Task The_working_directory_of_the_command_line_wins()
    {
        var outer = Directory.CreateDirectory(Path.Combine(_folder.Path, "outer")).FullName;

        (await DirectoryAsync(inCode: "inner", "-w", "outer")).ShouldBe((outer, outer));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> ColourAsync(string? environment = null, params string[] arguments)
    {
        var run = await SampleProgram.RunAsync(new ProgramStart(["--target=ShowSetting", .. arguments])
        {
            Directory = _folder.Path,
            Environment = new() { ["NO_COLOR"] = "1", ["CAKE_SAMPLE_COLOUR"] = environment },
        });
        return run.Lines.Single(line => line.StartsWith("colour: ", StringComparison.Ordinal));
    }

    private async Task<(string Environment, string Context)> DirectoryAsync(string? inCode, params string[] arguments)
    {
        var run = await SampleProgram.RunAsync(new ProgramStart(["--target=ShowDirectory", .. arguments])
        {
            Directory = _folder.Path,
            Environment = new() { ["NO_COLOR"] = "1", ["SAMPLE_WORKING_DIRECTORY"] = inCode },
        });
        run.Errors.ShouldBeEmpty();
        return (After(run, "directory: "), After(run, "seen by the context: "));
    }

    private static string After(ProgramOutput run, string prefix) =>
        run.Lines.Single(line => line.StartsWith(prefix, StringComparison.Ordinal))[prefix.Length..];
}
