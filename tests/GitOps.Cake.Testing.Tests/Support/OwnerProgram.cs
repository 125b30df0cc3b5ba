using System.Diagnostics;
using System.Globalization;

namespace GitOps.Cake.Testing.Tests.Support;

/// <summary>A process of its own that owns a control plane, and leads a process group as a program in a terminal does.</summary>
internal sealed class OwnerProgram : IDisposable
{
    private readonly Process _process;

    public OwnerProgram(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GitOps.Cake.Testing.Owner");
        var start = new ProcessStartInfo("setsid", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
    }

    public async Task<string> ReadLineAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (line is null)
            Assert.Fail($"The owner ended early: {await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        return line;
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Signal(string signal) => Signal(_process.Id, signal);

    /// <summary>What a terminal does on Ctrl-C: the whole process group hears it.</summary>
    public void SignalGroup(string signal) => Signal(-_process.Id, signal);

    public static void Signal(int id, string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", "kill -s \"$1\" -- \"$2\"", "sh", signal, id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
