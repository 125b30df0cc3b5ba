namespace Build.Tools;

/// <summary>A lock that holds between processes. It ends with the process that has it, whatever happens to that.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public static async Task<IDisposable> AcquireAsync(string path, Action onWait, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var first = true; ; first = false)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsHeldByAnother(exception))
            {
                if (first)
                {
                    onWait();
                }
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    // A sharing violation is EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeldByAnother(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
