using System.Diagnostics;
using GitOps.Cake.Dummy;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

/// <summary>helmfile hands an interrupt on to helm, which takes a second one for an order to drop everything.</summary>
public sealed class ForwardingInterrupts : IDisposable
{
    // What no machine takes, however busy it is.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forward-");
    private readonly List<string> _lines = [];

    public ForwardingInterrupts() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");

    [Fact]
    public async Task What_the_program_interrupts_itself_gets_no_second_interrupt()
    {
        await StopAsync(Long, "forward", Named("helm"), "wait");

        _lines.Where(line => line.StartsWith("interrupt", StringComparison.Ordinal)).ShouldBe(["interrupt 1"]);
    }

    [Fact]
    public async Task A_hook_is_interrupted_with_the_program_that_would_wait_for_it()
    {
        var started = Stopwatch.GetTimestamp();
        await StopAsync(Long, "adopt", Named("sh"), "wait");

        _lines.ShouldContain("interrupt 1");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Long);
    }

    [Fact]
    public async Task What_is_left_after_a_while_is_interrupted_too()
    {
        await StopAsync(TimeSpan.FromSeconds(1), "adopt", Named("helm"), "wait");

        _lines.ShouldContain("interrupt 1");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The dummy under another name.</summary>
    private string Named(string name) => File.CreateSymbolicLink(Path.Combine(_folder.FullName, name), Commands.Path).FullName;

    private async Task StopAsync(TimeSpan patience, params string[] words)
    {
        using var stop = new CancellationTokenSource();
        var runner = new ToolRunner(new() { GracePeriod = patience + TimeSpan.FromSeconds(30) });
        var command = Dummy.Command(words) with { Forwards = new("helm", patience) };

        await Assert.ThrowsAsync<OperationCanceledException>(() => runner.RunAsync(
            command,
            line =>
            {
                _lines.Add(line.Text);
                if (line.Text.StartsWith("ready", StringComparison.Ordinal))
                    stop.Cancel();
            },
            stop.Token));
    }
}
