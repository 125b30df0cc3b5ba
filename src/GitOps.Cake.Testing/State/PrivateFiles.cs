using System.Runtime.Versioning;

namespace GitOps.Cake.Testing.State;

/// <summary>Files (0600) and folders (0700) that hold keys: never readable by others, not even for a moment.</summary>
[UnsupportedOSPlatform("windows")]
internal static class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string folder)
    {
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Replaces the file as a whole: a reader sees the old text or the new one.</summary>
    public static void Write(string file, string text)
    {
        var draft = $"{file}.{Guid.NewGuid():N}.new";
        try
        {
            using (var writer = new StreamWriter(draft, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            }))
            {
                writer.Write(text);
            }

            File.Move(draft, file, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
