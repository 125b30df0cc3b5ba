using System.Diagnostics;

namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>A program that runs; one that still does when this is disposed is killed with its children.</summary>
internal sealed class ScriptRun(Process process) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Task<string> _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public async Task<string> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience)
        ?? throw new EndOfStreamException($"Ended without a line. Its errors: {await _error}");

    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{process.Id}"]).WaitForExit();

    public async Task<Outcome> WaitAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return new Outcome(process.ExitCode, await output, await _error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }
}
