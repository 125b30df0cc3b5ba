using System.Diagnostics;
using System.Runtime.Versioning;

namespace GitOps.Cake.Testing.Processes;

/// <summary>Removes a temporary folder when this process ends without having done so itself, whatever else runs at that moment.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FolderGuard : IAsyncDisposable
{
    private const string Script =
        """
        trap '' HUP INT QUIT TERM
        exec >/dev/null 2>&1
        read -r done || rm -rf -- "$1"
        """;

    private readonly Process _shell;

    public FolderGuard(string folder)
    {
        var start = CleanProcess.StartScript(Script, [folder], "/");
        start.RedirectStandardInput = true;
        _shell = Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _shell.StandardInput.WriteLineAsync("done").ConfigureAwait(false);
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // Somebody ended the guard: the folder is gone already, and there is nothing left to guard.
        }

        await _shell.WaitForExitAsync().ConfigureAwait(false);
        _shell.Dispose();
    }
}
