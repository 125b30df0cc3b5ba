using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

/// <summary>Any exit code of a state file's program is an answer, but not of one that was told to stop.</summary>
public sealed class InterruptingStateCommands : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public InterruptingStateCommands() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");

    [Fact]
    public async Task A_program_that_fails_because_it_was_interrupted_is_interrupted() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunUntilReadyAsync(exitCode: 1));

    [Fact]
    public async Task A_program_that_ends_well_in_spite_of_an_interrupt_has_answered() =>
        (await RunUntilReadyAsync(exitCode: 0)).ExitCode.ShouldBe(0);

    [Fact]
    public async Task A_program_that_fails_by_itself_has_answered() =>
        (await RunAsync("exit 3", heard: null)).ExitCode.ShouldBe(3);

    public void Dispose() => _stop.Dispose();

    private Task<CommandOutput> RunUntilReadyAsync(int exitCode) =>
        RunAsync($"trap 'exit {exitCode}' INT; echo ready; while :; do sleep 0.1; done", _ => _stop.Cancel());

    private Task<CommandOutput> RunAsync(string script, Action<string>? heard) =>
        new StateCommands(new ToolRunner()).RunAsync(new("sh", ["-c", script], Environment.CurrentDirectory) { Heard = heard }, _stop.Token);
}
