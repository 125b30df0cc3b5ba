using System.Diagnostics;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

public sealed class RunningTools
{
    private static readonly string[] Awkward =
    [
        "", " ", "a b", "\"quoted\"", "it's", @"back\slash\", "$HOME `id` $(id)", "*?[a]", "ünïcödé ☸", "--flag=a b", "tab\there", "-",
    ];

    private readonly ToolRunner _runner = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_argument_arrives_as_it_was_given()
    {
        var output = await _runner.RunAsync(Dummy.Command(["echo", .. Awkward]), Stop);

        output.StandardOutput.Split(Environment.NewLine)[..^1].ShouldBe(Awkward);
    }

    [Fact]
    public async Task An_unexpected_exit_code_fails_with_command_folder_errors_and_advice()
    {
        var folder = Path.GetTempPath();
        var command = Dummy.Command(["exit", "3", .. Enumerable.Range(1, 25).Select(line => $"line {line}")]) with
        {
            WorkingDirectory = folder,
            Purpose = "count",
            Advice = "Count less.",
        };

        var failure = await Should.ThrowAsync<ToolFailedException>(() => _runner.RunAsync(command, Stop));

        failure.Output.ExitCode.ShouldBe(3);
        failure.Message.Split(Environment.NewLine).ShouldBe(
        [
            "GitOps.Cake could not count: it ended with exit code 3.",
            $"  > {command}",
            $"  @ {folder}",
            .. Enumerable.Range(6, 20).Select(line => $"line {line}"),
            "Count less.",
        ]);
    }

    [Fact]
    public async Task An_expected_exit_code_is_an_answer()
    {
        var output = await _runner.RunAsync(Dummy.Command("exit", "2", "note") with { ExpectedExitCodes = [0, 2] }, Stop);

        output.ExitCode.ShouldBe(2);
        output.StandardError.ShouldBe("note");
    }

    [Fact]
    public async Task Standard_input_is_handed_over_and_empty_otherwise()
    {
        (await _runner.RunAsync(Dummy.Command("cat") with { StandardInput = new Secret("söcret") }, Stop)).StandardOutput
            .ShouldBe("söcret" + Environment.NewLine);
        (await _runner.RunAsync(Dummy.Command("cat"), Stop)).StandardOutput.ShouldBe(Environment.NewLine);
    }

    [Fact]
    public async Task It_runs_in_its_working_directory()
    {
        var folder = Directory.CreateTempSubdirectory();
        var output = await _runner.RunAsync(Dummy.Command("pwd") with { WorkingDirectory = folder.FullName }, Stop);
        folder.Delete();

        output.StandardOutput.Trim().ShouldBe(folder.FullName);
    }

    [Fact]
    public async Task A_missing_working_directory_is_told_apart_from_a_missing_program()
    {
        var failure = await Should.ThrowAsync<GitOpsException>(
            () => _runner.RunAsync(Dummy.Command("pwd") with { WorkingDirectory = "/no/such/folder" }, Stop));

        failure.Message.ShouldContain("working directory does not exist");
        failure.Message.ShouldContain("  @ /no/such/folder");
    }

    [Theory]
    [InlineData("no-such-program-anywhere", "folder of the PATH")]
    [InlineData("/no/such/program", "Correct the path")]
    public async Task A_missing_program_says_where_to_put_it(string program, string way)
    {
        var failure = await Should.ThrowAsync<ToolNotFoundException>(() => _runner.RunAsync(new(program), Stop));

        failure.Program.ShouldBe(program);
        failure.Message.ShouldContain(program);
        failure.Message.ShouldContain(way);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead, "may not be executed")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserExecute, "no program that this machine can execute")]
    public async Task A_file_that_is_no_program_says_so(UnixFileMode mode, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no right to execute.");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "\0\0 not a program", Stop);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, mode);

        var failure = await Should.ThrowAsync<ToolNotFoundException>(() => _runner.RunAsync(new(file), Stop));
        File.Delete(file);

        failure.Message.ShouldContain(words);
    }

    [Fact]
    public async Task A_program_in_the_working_directory_is_no_tool()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.Copy("/bin/true", Path.Combine(folder.FullName, "gitops-planted-tool"));

        await Should.ThrowAsync<ToolNotFoundException>(
            () => _runner.RunAsync(new("gitops-planted-tool") { WorkingDirectory = folder.FullName }, Stop));

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Lines_are_told_as_they_come_and_long_ones_in_pieces()
    {
        var lines = new List<ToolLine>();
        await _runner.RunAsync(Dummy.Command("exit", "0", "first", new string('a', 10_000), "last"), lines.Add, Stop);

        lines.ShouldAllBe(line => line.IsError);
        lines.Select(line => line.Text.Length).ShouldBe([5, 8192, 10_000 - 8192, 4]);
    }

    [Fact]
    public async Task Both_streams_are_told_apart_each_in_its_order()
    {
        var lines = new List<ToolLine>();
        var output = await _runner.RunAsync(Dummy.Command("both", "500"), lines.Add, Stop);

        lines.Where(line => !line.IsError).Select(line => line.Text).ShouldBe(Enumerable.Range(1, 500).Select(line => $"out {line}"));
        lines.Where(line => line.IsError).Select(line => line.Text).ShouldBe(Enumerable.Range(1, 500).Select(line => $"err {line}"));
        output.StandardOutput.Split('\n').Length.ShouldBe(501);
    }

    [Fact]
    public async Task Line_ends_of_Windows_are_line_ends()
    {
        var lines = new List<ToolLine>();
        var output = await _runner.RunAsync(Dummy.Command("crlf"), lines.Add, Stop);

        lines.Select(line => line.Text).Order().ShouldBe(["err 1", "err 2", "out 1", "out 2"]);
        output.StandardError.ShouldBe("err 1\nerr 2");
    }

    [Fact]
    public async Task A_listener_that_fails_fails_the_call_and_hangs_nothing()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => _runner.RunAsync(Dummy.Command("bytes", "1000000"), _ => throw new InvalidOperationException("mine"), Stop));

        failure.Message.ShouldBe("mine");
    }

    [Fact]
    public async Task More_output_than_is_allowed_stops_the_program()
    {
        var failure = await Should.ThrowAsync<ToolFailedException>(
            () => _runner.RunAsync(Dummy.Command("bytes", $"{long.MaxValue}") with { OutputLimit = 100_000 }, Stop));

        failure.Message.ShouldContain("printed more than 100000 bytes");
    }

    [Fact]
    public async Task A_child_that_outlives_the_program_does_not_hold_the_call()
    {
        var output = await _runner.RunAsync(Dummy.Command("orphan"), Stop);

        var id = int.Parse(output.StandardOutput.Split('\n').Single(line => line.StartsWith("left", StringComparison.Ordinal)).Split(' ')[1]);
        using var child = Process.GetProcessById(id);
        child.HasExited.ShouldBeFalse();
        child.Kill();
        await child.WaitForExitAsync(Stop);
    }
}
