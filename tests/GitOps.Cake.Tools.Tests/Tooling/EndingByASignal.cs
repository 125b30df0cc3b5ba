using System.Diagnostics;
using System.Runtime.InteropServices;
using GitOps.Cake.Dummy;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

public sealed class EndingByASignal : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory();
    private readonly ManualTime _time = new();
    private readonly List<int> _exits = [];

    public EndingByASignal() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Posix.SigInt, 130)]
    [InlineData(15, 143)]
    public async Task The_exit_code_names_the_signal_whatever_the_host_returns(int signal, int exitCode)
    {
        using var run = await StartAsync();
        Posix.Send(run.Id, signal);
        await run.WaitForExitAsync(Stop);

        run.ExitCode.ShouldBe(exitCode);
        _temporary.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_does_not_end_ends_at_the_second_signal_and_still_cleans_up()
    {
        using var run = await StartAsync("stuck");
        _temporary.EnumerateDirectories().Count().ShouldBe(1);
        Posix.Send(run.Id, Posix.SigInt);
        (await run.StandardOutput.ReadLineAsync(Stop)).ShouldBe("signal");
        run.HasExited.ShouldBeFalse();
        Posix.Send(run.Id, Posix.SigInt);
        await run.WaitForExitAsync(Stop);

        run.ExitCode.ShouldBe(130);
        _temporary.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_folder_of_a_killed_run_is_removed_by_the_next_and_that_of_a_living_one_is_not()
    {
        using var killed = await StartAsync();
        using var living = await StartAsync();
        killed.Kill();
        await killed.WaitForExitAsync(Stop);
        _temporary.EnumerateDirectories().Count().ShouldBe(2);

        using var next = RunFolder.Create(_temporary.FullName);

        _temporary.EnumerateDirectories().Count().ShouldBe(2);
        Posix.Send(living.Id, 15);
        await living.WaitForExitAsync(Stop);
        _temporary.EnumerateDirectories().Select(folder => folder.FullName).ShouldBe([next.Path]);
    }

    [Fact]
    public void The_process_ends_when_the_grace_period_and_the_time_to_report_are_over()
    {
        using var interruption = Interruption(InterruptionMode.Send);
        var cleaned = 0;
        using var kept = interruption.OnForcedEnd(() => cleaned++);
        interruption.OnForcedEnd(() => cleaned += 100).Dispose();

        interruption.Raise(PosixSignal.SIGTERM);
        _time.Advance(TimeSpan.FromSeconds(34));
        _exits.ShouldBeEmpty();
        interruption.Forced.IsCancellationRequested.ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(1));
        _exits.ShouldBe([143]);
        cleaned.ShouldBe(1);
        interruption.Forced.IsCancellationRequested.ShouldBeTrue();
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, true, nameof(InterruptionMode.AlreadyDelivered))]
    [InlineData(PosixSignal.SIGINT, false, nameof(InterruptionMode.Send))]
    [InlineData(PosixSignal.SIGTERM, true, nameof(InterruptionMode.Send))]
    public void Programs_have_an_interrupt_by_a_terminal_already(PosixSignal signal, bool terminal, string mode)
    {
        using var interruption = Interruption(terminal ? InterruptionMode.AlreadyDelivered : InterruptionMode.Send);
        interruption.ExitCodeAfter(1).ShouldBe(1);

        interruption.Raise(signal);

        interruption.Mode.ToString().ShouldBe(mode);
        interruption.ExitCodeAfter(1).ShouldBe(signal is PosixSignal.SIGINT ? 130 : 143);
    }

    public void Dispose() => _temporary.Delete(recursive: true);

    private Interruption Interruption(InterruptionMode mode) => new(new()
    {
        Register = false,
        InTerminal = () => mode is InterruptionMode.AlreadyDelivered,
        Time = _time,
        Exit = _exits.Add,
    });

    private async Task<Process> StartAsync(params string[] how)
    {
        var run = Process.Start(new ProcessStartInfo(Commands.Path, ["run", _temporary.FullName, .. how]) { RedirectStandardOutput = true })!;
        (await run.StandardOutput.ReadLineAsync(Stop)).ShouldNotBeNull().ShouldStartWith("ready");
        return run;
    }
}
