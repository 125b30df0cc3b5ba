using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Hooks;

/// <summary>Runs the hooks of a file and of its releases, in the folder of the file.</summary>
/// <param name="state">The file.</param>
/// <param name="commands">Runs their programs; null where none can be run.</param>
/// <param name="log">Hears the output of hooks that show it.</param>
internal sealed class HookRunner(HelmfileState state, ICommandRunner? commands, IRunLog log)
{
    private const string Switch = "HELMFILE_DISABLE_HOOKS";

    // What a failing program said last; all of it is in the log where the hook shows it.
    private const int ToldLines = 20;

    /// <summary>Runs those hooks that an event triggers, one after another.</summary>
    /// <param name="hooks">The hooks of the file or of the release.</param>
    /// <param name="release">The release that the event concerns; null for an event of the whole file.</param>
    /// <param name="occasion">The event.</param>
    /// <param name="cancellationToken">Interrupts the hook that runs.</param>
    /// <exception cref="StateFileException">A hook failed, or hooks are switched off.</exception>
    public async Task RunAsync(ImmutableArray<Hook> hooks, Release? release, HookOccasion occasion, CancellationToken cancellationToken)
    {
        if (hooks.IsEmpty)
            return;
        if (state.Context.Variable(Switch) is "1" or "t" or "T" or "true" or "TRUE" or "True")
            throw new StateFileException(hooks[0].Position, $"{Switch} is active, hooks are disabled: take the hook away, or unset the variable.");

        var data = HookTemplateData.Of(state, release, occasion);
        foreach (var hook in hooks.Where(hook => hook.Events.Contains(occasion.Event)))
            await RunAsync(hook, release, data, occasion.Event, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(Hook hook, Release? release, GoMap data, string happened, CancellationToken cancellationToken)
    {
        var owner = release is null ? "" : $" of release \"{release.Id}\"";
        if (hook.Mistake is { } mistake)
            throw new StateFileException(hook.Position, $"hook[{hook.Name}]{owner}: {mistake}.");

        var command = Rendered("command", hook.Command);
        if (string.IsNullOrWhiteSpace(command))
            throw new StateFileException(hook.Position, $"hook[{hook.Name}]{owner} names no command: set command, or kubectlApply.");

        var said = new Queue<string>();
        var request = new CommandRequest(command, [.. hook.Arguments.Select((argument, index) => Rendered($"args[{index}]", argument))], state.Folder)
        {
            Heard = Hear,
        };
        if (await RunAsync(request, hook, owner, cancellationToken).ConfigureAwait(false) is not 0 and var exitCode)
        {
            var words = said.Count == 0 ? "." : $": {string.Join('\n', said).Trim()}";
            throw new StateFileException(
                hook.Position, $"hook[{hook.Name}]{owner}: command `{command}` failed at {happened} with exit status {exitCode}{words}");
        }

        string Rendered(string field, string text)
        {
            var source = new TemplateSource(text, hook.Position, state.Folder, state.Folder) { Name = $"{field} of hook[{hook.Name}]{owner}" };
            return source.IsPlain ? text : state.Context.Templates.Render(source, data, cancellationToken);
        }

        void Hear(string line)
        {
            said.Enqueue(line);
            if (said.Count > ToldLines)
                said.Dequeue();

            var told = $"hook[{happened}] logs | {line}";
            if (hook.ShowLogs)
                log.Information(told);
            else
                log.Verbose(told);
        }
    }

    private async Task<int> RunAsync(CommandRequest request, Hook hook, string owner, CancellationToken cancellationToken)
    {
        if (commands is null)
            throw new StateFileException(hook.Position, $"hook[{hook.Name}]{owner}: no programs can be run here.");

        try
        {
            return (await commands.RunAsync(request, cancellationToken).ConfigureAwait(false)).ExitCode;
        }
        catch (GitOpsException exception) when (exception is not StateFileException)
        {
            throw new StateFileException(hook.Position, $"hook[{hook.Name}]{owner}: {exception.Message}", exception);
        }
    }
}
