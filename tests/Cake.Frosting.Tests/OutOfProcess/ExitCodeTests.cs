namespace Cake.Frosting.Tests.OutOfProcess;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(1, "Error: It broke.", "--target=Fails")]
    [InlineData(1, "Error: The target 'nowhere' was not found.", "--target=nowhere")]
    [InlineData(1, "Error: The target 'Hidden' was not found.", "--target=Hidden")]
    [InlineData(1, "Error: Could not reach target 'Skips' since it was skipped due to a criteria: it is Sunday.", "--target=Skips")]
    [InlineData(1, "Error: Argument 'needed' was not set.", "--target=NeedArgument")]
    [InlineData(1, "Error: Asked to fail in setup.", "--fail-in=setup")]
    [InlineData(7, "Error: Asked to fail in teardown.", "--fail-in=teardown")]
    [InlineData(9, "Error: Asked to fail in context.", "--fail-in=context")]
    [InlineData(1, "/does/not/exist", "--working=/does/not/exist")]
    public async Task An_error_is_one_line_on_the_standard_error_and_an_exit_code(int exitCode, string message, string argument)
    {
        var run = await SampleProgram.RunAsync(argument);

        run.ExitCode.ShouldBe(exitCode);
        run.Errors.ShouldContain(message);
        run.Errors.ShouldNotContain("   at ");
        run.Output.ShouldNotContain(message);
    }

    [Fact]
    public async Task After_a_failing_task_the_teardown_runs_and_the_report_is_written()
    {
        var run = await SampleProgram.RunAsync("--target=Fails");

        run.Output.ShouldContain("after Fails, skipped: False, successful: False");
        run.Output.ShouldContain("teardown, successful: False, thrown: It broke.");
        run.Output.ShouldMatch(@"Fails\s+[\d:.]+\s+Failed");
    }

    [Fact]
    public async Task A_task_may_fail_where_it_is_told_to_continue()
    {
        var run = await SampleProgram.RunAsync("--target=FailsSoftly");

        run.ExitCode.ShouldBe(0);
        run.Errors.Trim().ShouldBe("An error occurred when executing task 'FailsSoftly'.");
        run.Output.ShouldMatch(@"FailsSoftly\s+[\d:.]+\s+Failed");
        (run.Output + run.Errors).ShouldNotContain("Nobody reads this");
    }

    [Fact]
    public async Task Diagnostic_verbosity_shows_the_stack()
    {
        var run = await SampleProgram.RunAsync("--target=Fails", "-v", "diagnostic");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Outcomes.Fails.Run");
    }
}
