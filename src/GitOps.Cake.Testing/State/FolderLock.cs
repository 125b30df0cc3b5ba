using System.Globalization;
using System.Runtime.Versioning;
using System.Text;

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
                return new(Open(folder.LockFile));
            }
            catch (IOException problem) when (TimeProvider.System.GetElapsedTime(started) > patience)
            {
                throw new LocalControlPlaneException(
                    $"""
                    The control plane's folder cannot be locked{Holder(folder.LockFile)}: {problem.Message}
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

    private static FileStream Open(string path)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        try
        {
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Holder(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return $" (last held by process {reader.ReadToEnd()})";
    }
}
