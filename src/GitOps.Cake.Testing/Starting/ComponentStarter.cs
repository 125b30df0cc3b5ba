using System.Collections.Concurrent;
using GitOps.Cake.Testing.Components;
using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.Starting;

/// <summary>Starts parts one by one, keeps what it started, and takes another port where one was snatched away.</summary>
/// <param name="launcher">Starts the processes.</param>
/// <param name="log">The log file of a part.</param>
/// <param name="formerPorts">The ports of the last run, asked for first.</param>
/// <param name="freePort">Gives a port that is free now.</param>
internal sealed class ComponentStarter(
    IComponentLauncher launcher, Func<string, string> log, IReadOnlyDictionary<string, int> formerPorts, Func<int> freePort)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, RunningComponent> _launched = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RunningComponent> _up = new(StringComparer.Ordinal);

    /// <summary>Everything that was started, up or not.</summary>
    public IReadOnlyCollection<RunningComponent> Launched => [.. _launched.Values];

    /// <summary>Starts a part and returns when it is up.</summary>
    /// <param name="plan">What to start.</param>
    /// <param name="isUp">Whether the part with this port is up.</param>
    /// <param name="deadline">Until when.</param>
    public async Task<RunningComponent> StartAsync(
        ComponentPlan plan, Func<int, CancellationToken, Task<bool>> isUp, Deadline deadline)
    {
        var port = formerPorts.TryGetValue(plan.Name, out var former) ? former : freePort();
        for (var attempt = 1; ; attempt++)
        {
            var component = await LaunchAsync(plan, port, deadline.Token).ConfigureAwait(false);
            if (await IsReachedAsync(component, token => isUp(component.Port, token), deadline).ConfigureAwait(false))
                return _up[plan.Name] = component;

            if (attempt == Attempts || !ComponentFailure.IsPortTaken(component.Command.Log))
                throw ComponentFailure.Ended(component.Command, await component.Process.Ended.ConfigureAwait(false));
            component.Process.Dispose();
            port = freePort();
        }
    }

    /// <summary>Waits for something that a running part brings about.</summary>
    public async Task WaitAsync(RunningComponent component, Func<CancellationToken, Task<bool>> condition, Deadline deadline)
    {
        if (!await IsReachedAsync(component, condition, deadline).ConfigureAwait(false))
            throw ComponentFailure.Ended(component.Command, await component.Process.Ended.ConfigureAwait(false));
    }

    /// <summary>Asks until the answer is yes; false when this part has ended, an error when one that was up has.</summary>
    private async Task<bool> IsReachedAsync(
        RunningComponent component, Func<CancellationToken, Task<bool>> condition, Deadline deadline)
    {
        try
        {
            while (!await AskAsync(component, condition, deadline).ConfigureAwait(false))
            {
                if (component.Process.Ended.IsCompleted)
                    return false;
                if (_up.Values.FirstOrDefault(part => part.Process.Ended.IsCompleted) is { } other)
                    throw ComponentFailure.Ended(other.Command, await other.Process.Ended.ConfigureAwait(false));
                await Task.WhenAny(component.Process.Ended, Task.Delay(Pause, deadline.Token)).ConfigureAwait(false);
                deadline.Token.ThrowIfCancellationRequested();
            }

            return true;
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            throw ComponentFailure.NotReady(component.Command, deadline.Patience);
        }
    }

    /// <summary>No answer from a part that ended, however long a stranger on its port keeps the question waiting.</summary>
    private static async Task<bool> AskAsync(
        RunningComponent component, Func<CancellationToken, Task<bool>> condition, Deadline deadline)
    {
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        var answer = condition(asking.Token);
        if (await Task.WhenAny(answer, component.Process.Ended).ConfigureAwait(false) == answer)
            return await answer.ConfigureAwait(false);
        await asking.CancelAsync().ConfigureAwait(false);
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return false;
    }

    private async Task<RunningComponent> LaunchAsync(ComponentPlan plan, int port, CancellationToken cancellationToken)
    {
        var command = new ComponentCommand(plan.Name, port, plan.Program, plan.Arguments(port), log(plan.Name));
        if (File.Exists(command.Log))
            File.Move(command.Log, $"{command.Log}.1", overwrite: true); // the last run's log may tell why it ended
        var process = await launcher.LaunchAsync(command, cancellationToken).ConfigureAwait(false);
        return _launched[plan.Name] = new(command, process);
    }
}
