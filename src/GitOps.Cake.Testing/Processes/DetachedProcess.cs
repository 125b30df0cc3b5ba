using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace GitOps.Cake.Testing.Processes;

/// <summary>A program that outlives this process, in a session of its own.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DetachedProcess : IComponentProcess
{
    // Waits for a word before it turns into the program (same process id, same start time), so that no program ever
    // runs unrecorded: if this process ends before the word, the shell reads the end of its input and ends too.
    private const string Script =
        """
        trap '' HUP INT QUIT
        log=$1
        shift
        read -r go || exit 1
        exec "$@" </dev/null >>"$log" 2>&1
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;

    private DetachedProcess(Process process, ProcessIdentity identity)
    {
        _process = process;
        Identity = identity;
        Ended = WaitAsync(process);
    }

    public ProcessIdentity Identity { get; }

    public Task<int> Ended { get; }

    /// <summary>Starts a shell that becomes the program when it is released.</summary>
    public static DetachedProcess Prepare(ComponentCommand command, string workingFolder)
    {
        var start = CleanProcess.StartScript(Script, [command.Log, command.Program, .. command.Arguments], workingFolder);
        start.RedirectStandardInput = true;
        var process = Process.Start(start)!;
        var identity = ProcessIdentity.Of(process.Id)
            ?? throw new LocalControlPlaneException($"The process for {command.Name} ended at once: /bin/sh could not be run.", command.Name);
        return new(process, identity);
    }

    public async Task ReleaseAsync()
    {
        await _process.StandardInput.WriteLineAsync("go").ConfigureAwait(false);
        _process.StandardInput.Close();
    }

    public Task StopAsync(TimeSpan grace) => StopAsync(Identity, grace);

    /// <summary>Ends exactly this process: one that merely has its id now is left alone.</summary>
    public static async Task StopAsync(ProcessIdentity identity, TimeSpan grace)
    {
        await SignalAsync(identity, "TERM").ConfigureAwait(false);
        if (await IsGoneAsync(identity, grace).ConfigureAwait(false))
            return;
        await SignalAsync(identity, "KILL").ConfigureAwait(false);
        if (!await IsGoneAsync(identity, grace).ConfigureAwait(false))
            throw new LocalControlPlaneException($"Process {identity.Id} of the control plane does not end, even when killed.");
    }

    /// <summary>Lets go of the process, which runs on.</summary>
    public void Dispose() => _process.Dispose();

    private static async Task SignalAsync(ProcessIdentity identity, string signal)
    {
        if (!identity.IsRunning())
            return;
        var id = identity.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start(CleanProcess.Start("/bin/sh", ["-c", "kill -s \"$1\" \"$2\" 2>/dev/null", "sh", signal, id], "/"))!;
        await kill.WaitForExitAsync().ConfigureAwait(false);
    }

    private static async Task<bool> IsGoneAsync(ProcessIdentity identity, TimeSpan patience)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (identity.IsRunning())
        {
            if (TimeProvider.System.GetElapsedTime(started) > patience)
                return false;
            await Task.Delay(Pause).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task<int> WaitAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync().ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (InvalidOperationException)
        {
            return 0; // let go of while running: nobody asks any more
        }
    }
}
