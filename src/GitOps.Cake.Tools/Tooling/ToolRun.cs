using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using CliWrap;

namespace GitOps.Cake.Tooling;

/// <summary>One run of one program: its streams and its end.</summary>
internal sealed class ToolRun(ToolCommand command, Redactor redactor, Action<ToolLine>? onLine) : IDisposable
{
    /// <summary>A process that outlives the program may hold the program's streams; after this time they are left to it.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private const int KeptErrorLines = 40;

    private readonly CancellationTokenSource _drained = new();
    private readonly Lock _lines = new();
    private readonly Queue<string> _errorLines = new();
    private readonly MemoryStream _output = new();
    private ExceptionDispatchInfo? _failure;

    private string StandardError => string.Join('\n', _errorLines);

    public async Task<ToolOutput> ExecuteAsync(ToolStop stop, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var task = Start(stop);
        await stop.WaitAsync(task.ProcessId, task.Task, cancellationToken).ConfigureAwait(false);
        var exitCode = await EndAsync(task.Task, stop).ConfigureAwait(false);
        _failure?.Throw();
        var output = new ToolOutput
        {
            ExitCode = exitCode ?? -1,
            StandardOutput = Encoding.UTF8.GetString(_output.GetBuffer(), 0, (int)_output.Length),
            StandardError = StandardError,
            Duration = Stopwatch.GetElapsedTime(started),
        };
        if (_output.Length > command.OutputLimit)
        {
            throw new ToolFailedException(command, output, Message(
                $"it printed more than {command.OutputLimit} bytes and was killed.", "Allow more output, or let it print less."));
        }

        // A program that was done before the interrupt reached it has answered.
        if (exitCode is { } code && command.ExpectedExitCodes.Contains(code) && stop.Reason is not ToolStopReason.TimedOut)
            return output;

        var end = stop.Killed ? "killed" : "interrupted";
        throw stop.Reason switch
        {
            ToolStopReason.Cancelled => new OperationCanceledException(Message($"it was {end}."), cancellationToken),
            ToolStopReason.TimedOut => new ToolTimedOutException(
                command, command.Timeout!.Value, stop.Killed, Message($"it took longer than {Seconds(command.Timeout.Value)} s and was {end}.")),
            _ => new ToolFailedException(command, output, Message($"it ended with exit code {output.ExitCode}.")),
        };
    }

    public void Dispose()
    {
        _drained.Dispose();
        _output.Dispose();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private string Message(string reason, string? nextStep = null) => redactor.Redact(
        FailureText.Of(command, FailureText.WhatHappened(command, reason), StandardError, nextStep));

    private CommandTask<CommandResult> Start(ToolStop stop)
    {
        try
        {
            return Cli.Wrap(command.Program)
                .WithWorkingDirectory(command.WorkingDirectory ?? Environment.CurrentDirectory)
                .WithEnvironmentVariables(command.Environment.ToDictionary(item => item.Key, item => item.Value?.Reveal()))
                .WithStandardInputPipe(command.StandardInput is { } input ? PipeSource.FromString(input.Reveal(), new UTF8Encoding(false)) : PipeSource.Null)
                .WithStandardOutputPipe(PipeTarget.Create((stream, _) => ReadAsync(stream, isError: false, stop)))
                .WithStandardErrorPipe(PipeTarget.Create((stream, _) => ReadAsync(stream, isError: true, stop)))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(SetArguments, WatchExit, stop.Kill, CancellationToken.None);
        }
        catch (Win32Exception exception)
        {
            throw ToolNotFound.Refused(command, (exception.InnerException as Win32Exception ?? exception).NativeErrorCode, exception);
        }
    }

    /// <summary>The list reaches the program as it is; a line of text would have to be quoted and taken apart again.</summary>
    private void SetArguments(ProcessStartInfo start)
    {
        start.Arguments = "";
        foreach (var argument in command.Arguments)
            start.ArgumentList.Add(argument.Reveal());
    }

    private void WatchExit(Process process) => _ = DrainAfterExitAsync(process);

    private async Task DrainAfterExitAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            _drained.CancelAfter(DrainTime);
        }
        catch (Exception ended) when (ended is InvalidOperationException or ObjectDisposedException)
        {
            // The streams ended first and the run is over.
        }
    }

    private async Task<int?> EndAsync(Task<CommandResult> task, ToolStop stop)
    {
        try
        {
            return (await task.ConfigureAwait(false)).ExitCode;
        }
        catch (OperationCanceledException) when (stop.Killed)
        {
            return null;
        }
    }

    private async Task ReadAsync(Stream stream, bool isError, ToolStop stop)
    {
        var splitter = isError || onLine is not null ? new LineSplitter(line => Tell(line, isError)) : null;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var drained = new DrainedStream(stream, _drained.Token, stop.Kill);
        try
        {
            while (await drained.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
            {
                if (!isError)
                    Keep(buffer.AsSpan(0, count), stop);

                splitter?.Write(buffer.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        splitter?.Flush();
    }

    private void Keep(ReadOnlySpan<byte> bytes, ToolStop stop)
    {
        if (command.Output is ToolOutputHandling.Capture && _output.Length <= command.OutputLimit)
        {
            _output.Write(bytes);
            if (_output.Length > command.OutputLimit)
                stop.Now();
        }
    }

    private void Tell(string line, bool isError)
    {
        var text = redactor.Redact(line);
        lock (_lines)
        {
            if (isError)
            {
                _errorLines.Enqueue(text);
                while (_errorLines.Count > KeptErrorLines)
                    _errorLines.Dequeue();
            }

            try
            {
                if (_failure is null)
                    onLine?.Invoke(new(text, isError));
            }
            catch (Exception failure)
            {
                // The streams are read to their end all the same, or the program would hang; the failure is told afterwards.
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
        }
    }
}
