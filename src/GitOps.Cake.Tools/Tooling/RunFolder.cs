using System.Globalization;
using System.Text;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Tooling;

/// <summary>
/// The private folder of a run below the temporary folder. A lock on a file in it tells that the run lives; the folder of one that
/// was killed is removed at the next start, never that of a living one.
/// </summary>
internal sealed class RunFolder : IRunFolder, IDisposable
{
    private const string Prefix = "gitops-cake-";
    private const string LockFile = ".lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Between the making of a folder and of its lock there is a moment; nobody may take that for a leftover.</summary>
    private static readonly TimeSpan TimeToLock = TimeSpan.FromHours(1);

    private readonly FileStream _lock;
    private int _count;

    private RunFolder(string path)
    {
        Path = path;
        _lock = Lock(path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Makes a folder, and removes those of killed runs.</summary>
    /// <param name="parent">Where; the temporary folder by default.</param>
    /// <param name="time">The clock.</param>
    public static RunFolder Create(string? parent = null, TimeProvider? time = null)
    {
        parent ??= System.IO.Path.GetTempPath();
        Sweep(parent, (time ?? TimeProvider.System).GetUtcNow() - TimeToLock);
        var path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        return new(path);
    }

    /// <inheritdoc/>
    public async Task<string> WriteAsync(string name, string content, CancellationToken cancellationToken)
    {
        var path = Reserve(name);
        var file = Open(path, FileMode.CreateNew);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken).ConfigureAwait(false);
        }

        return path;
    }

    /// <summary>A path in the folder that nobody else gets.</summary>
    public string Reserve(string name)
    {
        var number = Interlocked.Increment(ref _count).ToString("D4", CultureInfo.InvariantCulture);
        var safe = new string([.. name.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')]);
        return System.IO.Path.Combine(Path, $"{number}-{safe}");
    }

    /// <summary>A folder in the folder that nobody else gets.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Reserve(name)).FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);

        _lock.Dispose();
    }

    // Windows makes a file and locks it in one step. Elsewhere there is a moment between the two, in which another run that starts would
    // take the folder for a leftover: the file gets the name that is looked for when it is locked.
    private static FileStream Lock(string folder)
    {
        var file = System.IO.Path.Combine(folder, LockFile);
        if (OperatingSystem.IsWindows())
            return Open(file, FileMode.CreateNew);

        var made = $"{file}.new";
        var taken = Open(made, FileMode.CreateNew);
        File.Move(made, file);
        return taken;
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows() && mode is FileMode.CreateNew)
            options.UnixCreateMode = OwnerOnly;

        return new(path, options);
    }

    private static void Sweep(string parent, DateTimeOffset before)
    {
        foreach (var folder in new DirectoryInfo(parent).EnumerateDirectories($"{Prefix}*"))
        {
            try
            {
                SweepOne(folder, before);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                // Its run lives, or another run is removing it at this moment.
            }
        }
    }

    private static void SweepOne(DirectoryInfo folder, DateTimeOffset before)
    {
        // In a temporary folder that all users share, another one could lay a trap for a privileged run.
        if (folder.LinkTarget is not null || !Posix.IsOwn(folder.FullName))
            return;

        var lockFile = System.IO.Path.Combine(folder.FullName, LockFile);
        if (File.Exists(lockFile))
        {
            using var taken = Open(lockFile, FileMode.Open);
            folder.Delete(recursive: true);
        }
        else if (folder.LastWriteTimeUtc < before)
        {
            folder.Delete(recursive: true);
        }
    }
}
