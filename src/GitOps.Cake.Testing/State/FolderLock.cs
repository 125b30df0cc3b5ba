using System.Globalization;
using System.Runtime.Versioning;

namespace GitOps.Cake.Testing.State;

/// <summary>One process at a time works on a state folder; the system takes the lock back from a process that ends in any way.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static async Task<FolderLock> AcquireAsync(StateFolder folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return Take(folder);
            }
            catch (IOException problem) when (TimeProvider.System.GetElapsedTime(started) > patience)
            {
                throw new LocalControlPlaneException(
                    $"""
                    The control plane's folder cannot be locked{Holder(folder)}: {problem.Message}
                      @ {folder.Root}
                    Wait until that process is done, end it, or name another folder.
                    """,
                    problem);
            }
            catch (IOException)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static FolderLock Take(StateFolder folder)
    {
        var file = new FileStream(folder.LockFile, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        try
        {
            PrivateFiles.Write(folder.LockHolderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Holder(StateFolder folder) =>
        File.Exists(folder.LockHolderFile) ? $" (last held by process {File.ReadAllText(folder.LockHolderFile)})" : "";
}
