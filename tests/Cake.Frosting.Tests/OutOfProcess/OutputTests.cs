namespace Cake.Frosting.Tests.OutOfProcess;

public sealed class OutputTests
{
    private const string Escape = "\u001b[";

    [Fact]
    public async Task Colours_are_written_into_a_pipe_when_the_terminal_has_them() =>
        (await RunAsync(noColor: null, term: "xterm")).Output.ShouldContain(Escape);

    [Theory]
    [InlineData("1", "xterm")]
    [InlineData(null, "dumb")]
    public async Task Colours_can_be_turned_off(string? noColor, string term)
    {
        var run = await RunAsync(noColor, term);

        run.Output.ShouldContain("ran First");
        (run.Output + run.Errors).ShouldNotContain(Escape);
    }

    [Fact]
    public async Task The_report_lists_tasks_and_durations()
    {
        var run = await SampleProgram.RunAsync("--target=Last");

        run.Output.ShouldMatch(@"Setup\s+[\d:.]+\s+Succeeded");
        run.Output.ShouldMatch(@"First\s+[\d:.]+\s+Succeeded");
        run.Output.ShouldContain("Total:");
    }

    [Fact]
    public async Task The_report_can_be_left_out() =>
        (await SampleProgram.RunAsync("--target=Last", "--no-report")).Output.ShouldNotContain("Total:");

    private static Task<ProgramOutput> RunAsync(string? noColor, string term) =>
        SampleProgram.RunAsync(new ProgramStart("--target=First", "--no-report")
        {
            Environment = new() { ["NO_COLOR"] = noColor, ["TERM"] = term },
        });
}
