namespace Cake.Frosting.Tests.OutOfProcess;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Without_a_target_Default_runs_with_setup_before_and_teardown_after()
    {
        var run = await SampleProgram.RunAsync("--no-report");

        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(
        [
            "setup of Default: First, Last, Default",
            "before First",
            "ran First",
            "after First, skipped: False, successful: True",
            "before Last",
            "ran Last",
            "after Last, skipped: False, successful: True",
            "before Default",
            "after Default, skipped: False, successful: True",
            "teardown, successful: True, thrown:",
        ]);
    }

    [Fact]
    public async Task Several_targets_share_what_they_depend_on()
    {
        var run = await SampleProgram.RunAsync("-t", "last", "--Target=OTHER", "--no-report");

        run.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)).ShouldBe(["ran First", "ran Last", "ran Other"]);
    }

    [Fact]
    public async Task Several_targets_run_apart_when_the_setting_says_so()
    {
        var run = await SampleProgram.RunAsync(
            "-t", "Last", "-t", "Other", "--Settings_UnifiedDependencyGraphForMultipleTargets=false");

        run.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal))
            .ShouldBe(["ran First", "ran Last", "ran First", "ran Other"]);
    }

    [Fact]
    public async Task Exclusive_leaves_out_what_the_target_depends_on()
    {
        var run = await SampleProgram.RunAsync("--target=Last", "--exclusive");

        run.Lines.Where(line => line.StartsWith("ran ", StringComparison.Ordinal)).ShouldBe(["ran Last"]);
    }

    [Fact]
    public async Task A_dry_run_names_the_tasks_and_runs_setup_and_teardown_only()
    {
        var run = await SampleProgram.RunAsync("--dryrun", "--target=Last");

        run.ExitCode.ShouldBe(0);
        run.Lines.ShouldBe(
        [
            "Performing dry run...",
            "Targets are: Last",
            "setup of Last: First, Last",
            "1. First",
            "2. Last",
            "teardown, successful: True, thrown:",
            "This was a dry run.",
            "No tasks were actually executed.",
        ]);
    }

    [Fact]
    public async Task The_tree_shows_Default_first_and_runs_nothing()
    {
        var run = await SampleProgram.RunAsync("--tree");

        run.ExitCode.ShouldBe(0);
        run.Lines.Take(3).ShouldBe(["Default", "└─Last", "Fails"]);
        run.Output.ShouldContain("└─First");
        run.Output.ShouldNotContain("setup");
    }

    [Fact]
    public async Task Descriptions_stand_next_to_the_names_of_the_tasks()
    {
        var run = await SampleProgram.RunAsync("--description");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldMatch(@"Default\s+What runs without a target\s+\n\s+First\s+Runs first\s+\n\s+Last\s");
        run.Output.ShouldNotContain("setup");
    }

    [Fact]
    public async Task The_version_of_a_program_without_one_is_unknown_and_no_context_is_made()
    {
        var run = await SampleProgram.RunAsync("--version", "--fail-in=context");

        (run.ExitCode, run.Output, run.Errors).ShouldBe((0, "Unknown\n", ""));
    }

    [Fact]
    public async Task Info_shows_the_version_and_makes_no_context()
    {
        var run = await SampleProgram.RunAsync("--info", "--fail-in=context");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Version: Unknown");
    }

    [Fact]
    public async Task Help_names_every_option_and_makes_no_context()
    {
        var run = await SampleProgram.RunAsync("--help", "--fail-in=context");

        run.ExitCode.ShouldBe(0);
        foreach (var name in new[]
        {
            "--target", "--working", "--verbosity", "--description", "--tree", "--dryrun", "--exclusive", "--version", "--info", "--no-report",
        })
        {
            run.Output.ShouldContain(name);
        }
    }

    [Fact]
    public async Task Options_that_Frosting_does_not_know_are_the_program_s_arguments()
    {
        var run = await SampleProgram.RunAsync(
            "--target=ShowArguments", "--foo=bar", "--foo", "baz", "--flag", "--name", "", "--no-report", "--", "dropped");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("foo = [bar|baz]");
        run.Output.ShouldContain("flag = []");
        run.Output.ShouldContain("name = []");
        run.Output.ShouldContain("target = [ShowArguments]");
        run.Output.ShouldContain("bool flag: False, has flag: True");
        run.Output.ShouldNotContain("dropped");
    }

    [Theory]
    [InlineData("Unknown command 'pos1'", "pos1")]
    [InlineData("Flags cannot be assigned a value", "--version=1.2")]
    [InlineData("Invalid long option name", "--i=7")]
    [InlineData("Expected an option value", "--name=")]
    [InlineData("Failed to convert 'loud'", "--verbosity=loud")]
    public async Task What_cannot_be_parsed_ends_with_255(string message, string argument)
    {
        var run = await SampleProgram.RunAsync(argument);

        run.ExitCode.ShouldBe(255);
        (run.Output + run.Errors).ShouldContain(message);
    }
}
