using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Running;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>
/// A child process in which the engine answers, so that it has exactly the environment of a case, and can be killed when it hangs.
/// Cases with the same environment share one: starting .NET takes longer than most of them.
/// </summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _noise = new();

    public EngineProcess(ImmutableSortedDictionary<string, string> environment, string folder)
    {
        _process = CleanProcess.Start(Environment.ProcessPath!, [.. Program, EngineWorker.Switch], folder, environment);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
    }

    // Started as `dotnet GitOps.Cake.Conformance.dll`, this is no program of its own.
    private static ImmutableArray<string> Program =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(EngineProcess).Assembly.Location] : [];

    /// <summary>Whether it can answer once more.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Asks the engine. One that takes longer than it may is killed: then the exit code is 124, as in the recordings.</summary>
    public async Task<EngineAnswer> AskAsync(EngineRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), time.Token);
            await _process.StandardInput.FlushAsync(time.Token);
            var line = await _process.StandardOutput.ReadLineAsync(time.Token);
            return line is null ? await CrashAsync(cancellationToken) : JsonSerializer.Deserialize<EngineAnswer>(line)!;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Kill();
            return new() { Exit = 124, Error = $"The engine did not answer within {limit.TotalSeconds:F0} seconds." };
        }
        catch (IOException)
        {
            return await CrashAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private async Task<EngineAnswer> CrashAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        lock (_noise)
        {
            return new() { Exit = 2, Error = $"The engine crashed with exit code {_process.ExitCode}: {_noise}" };
        }
    }

    private void Keep(string? line)
    {
        lock (_noise)
        {
            if (line is not null && _noise.Length < 10_000)
                _noise.AppendLine(line);
        }
    }

    private void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }
}
