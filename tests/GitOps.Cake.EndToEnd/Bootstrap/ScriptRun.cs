using System.Diagnostics;
using System.Text;

namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>A program that runs; one that still does when this is disposed is killed with its children.</summary>
internal sealed class ScriptRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task _listening;

    public ScriptRun(Process process)
    {
        _process = process;
        _listening = ListenAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote as errors until now.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    public async Task<string> ReadLineAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) is { } line)
            return line;

        await _listening;
        throw new EndOfStreamException($"Ended without a line. Its errors: {Errors}");
    }

    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{_process.Id}"]).WaitForExit();

    public async Task<Outcome> WaitAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        await _listening;
        return new Outcome(_process.ExitCode, await output, Errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new char[1024];
        while (await _process.StandardError.ReadAsync(buffer, TestContext.Current.CancellationToken) is var count and > 0)
        {
            lock (_errors)
            {
                _errors.Append(buffer, 0, count);
            }
        }
    }
}
