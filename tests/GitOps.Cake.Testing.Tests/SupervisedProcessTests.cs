using System.Diagnostics;
using GitOps.Cake.Testing.Processes;
using GitOps.Cake.Testing.Tests.Support;

namespace GitOps.Cake.Testing.Tests;

public sealed class SupervisedProcessTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_program_gets_its_arguments_as_they_are()
    {
        var program = _folder.AddProgram("show", "printf '%s\\n' \"$@\"");

        using var process = Start(program, Long, "two words", "$(id)", "'\"`", "");

        (await process.Ended).ShouldBe(0);
        ReadLog().ShouldBe("two words\n$(id)\n'\"`\n\n");
    }

    [Fact]
    public async Task A_program_that_ends_by_itself_tells_its_status()
    {
        var program = _folder.AddProgram("fail", "echo no disk >&2; exit 7");

        using var process = Start(program, Long);

        (await process.Ended).ShouldBe(7);
        ReadLog().ShouldBe("no disk\n");
        await process.StopAsync(Long); // and stopping it then is no error
    }

    [Fact]
    public async Task A_program_is_asked_to_end_before_it_is_killed()
    {
        var program = _folder.AddProgram("wait", "trap 'echo bye; exit 3' TERM; echo up; while :; do sleep 0.05; done");
        using var process = Start(program, Long);
        await Eventually.ShouldBecomeAsync(() => Task.FromResult(ReadLog()), log => log == "up\n");

        await process.StopAsync(Long);

        ReadLog().ShouldBe("up\nbye\n");
        ProcessTable.Naming(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_does_not_listen_is_killed_after_the_grace_period()
    {
        var program = _folder.AddProgram("stubborn", "trap '' TERM; echo up; while :; do sleep 0.05; done");
        var grace = TimeSpan.FromSeconds(0.5);
        using var process = Start(program, grace);
        await Eventually.ShouldBecomeAsync(() => Task.FromResult(ReadLog()), log => log == "up\n");

        var watch = Stopwatch.StartNew();
        await process.StopAsync(grace);

        watch.Elapsed.ShouldBeGreaterThanOrEqualTo(grace);
        (await process.Ended).ShouldBe(128 + 9);
        await Eventually.ShouldBecomeAsync(() => Task.FromResult(ProcessTable.Naming(_folder.Path)), left => left.Length == 0);
    }

    [Fact]
    public async Task A_program_does_not_see_the_secrets_of_its_owner()
    {
        Environment.SetEnvironmentVariable("GITOPS_TESTING_TOKEN", "hunter2");
        var program = _folder.AddProgram("show", "env");

        using var process = Start(program, Long);

        await process.Ended;
        ReadLog().ShouldContain("PATH=");
        ReadLog().ShouldNotContain("hunter2");
    }

    public void Dispose() => _folder.Dispose();

    private SupervisedProcess Start(string program, TimeSpan grace, params string[] arguments) =>
        SupervisedProcess.Start(
            new("it", 0, program, [.. arguments], _folder["it.log"]), _folder.Path, removedFolder: "", grace);

    private string ReadLog() => File.Exists(_folder["it.log"]) ? File.ReadAllText(_folder["it.log"]) : "";
}
