using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace GitOps.Cake.Testing.Processes;

/// <summary>
/// A program whose parent is a small shell that watches this process through a pipe. Only this process holds the pipe's
/// other end (.NET opens it close-on-exec, so no other child inherits it): when it ends in any way, killed too, the shell reads
/// the end of its input and ends the program. As its parent the shell alone knows that the process id is still the program's.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SupervisedProcess : IComponentProcess
{
    // Parameters: folder to remove when the owner is gone (empty: none), log file, tenths of a second before a kill, the program.
    // The inner shell waits for the owner and only ever signals the outer one, which handles signals while it waits for the program.
    // A wait that a signal ended tells the signal's number, not the program's: the shell waits again, and is told 127 if it had
    // been the program's after all. (Whether the program still exists says nothing: the shell may have taken its status already.)
    private const string Script =
        """
        folder=$1 log=$2 tenths=$3
        shift 3
        exec 3<&0 </dev/null >>"$log" 2>&1
        trap '' HUP INT QUIT
        trap 'signalled=yes; kill -TERM "$program"' TERM
        trap 'signalled=yes ownerless=yes; kill -TERM "$program"' USR2
        trap 'signalled=yes; kill -KILL "$program"' USR1
        ownerless=
        "$@" 3<&- &
        program=$!
        (
            if read -r stop <&3; then kill -TERM $$; else kill -USR2 $$; fi
            while [ "$tenths" -gt 0 ]; do sleep 0.1; tenths=$((tenths - 1)); done
            kill -USR1 $$
        ) &
        watch=$!
        exec 3<&-
        status=
        signalled=yes
        while [ "$signalled" ]; do
            signalled=
            wait "$program"
            waited=$?
            [ "$waited" = 127 ] && [ "$status" ] || status=$waited
        done
        trap '' TERM USR1 USR2
        exec 2>/dev/null
        kill -KILL "$watch"
        wait "$watch"
        [ -z "$ownerless" ] || [ -z "$folder" ] || rm -rf -- "$folder"
        exit "$status"
        """;

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly Process _shell;

    private SupervisedProcess(Process shell)
    {
        _shell = shell;
        Ended = WaitAsync(shell);
    }

    public Task<int> Ended { get; }

    public static SupervisedProcess Start(ComponentCommand command, string workingFolder, string removedFolder, TimeSpan grace)
    {
        var tenths = ((int)Math.Ceiling(grace.TotalSeconds * 10)).ToString(CultureInfo.InvariantCulture);
        var start = CleanProcess.StartScript(
            Script, [removedFolder, command.Log, tenths, command.Program, .. command.Arguments], workingFolder);
        start.RedirectStandardInput = true;
        return new(Process.Start(start)!);
    }

    public async Task StopAsync(TimeSpan grace)
    {
        try
        {
            await _shell.StandardInput.WriteLineAsync("stop").ConfigureAwait(false);
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // The shell is gone already: the program ended by itself.
        }

        try
        {
            // The shell kills the program after the grace period; more time is needed only if somebody stopped the shell itself.
            await Ended.WaitAsync(grace + Margin).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _shell.Kill(entireProcessTree: true);
            await Ended.ConfigureAwait(false);
        }
    }

    public void Dispose() => _shell.Dispose();

    private static async Task<int> WaitAsync(Process shell)
    {
        await shell.WaitForExitAsync().ConfigureAwait(false);
        return shell.ExitCode;
    }
}
