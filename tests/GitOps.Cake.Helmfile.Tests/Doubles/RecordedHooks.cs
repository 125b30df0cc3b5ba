using System.Collections.Concurrent;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Tests.Doubles;

/// <summary>Programs that say their arguments and do nothing else; <c>fail</c> fails.</summary>
internal sealed class RecordedHooks(ConcurrentQueue<string> calls) : ICommandRunner
{
    /// <summary>Runs in the middle of every program.</summary>
    public Func<string, Task> During { get; set; } = _ => Task.CompletedTask;

    public async Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', command.Arguments);
        calls.Enqueue(words);
        command.Heard?.Invoke(words);
        await During(words);
        cancellationToken.ThrowIfCancellationRequested();
        return new(command.Program == "fail" ? 7 : 0, words, "");
    }
}
