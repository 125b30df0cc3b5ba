namespace GitOps.Cake.Conformance.Running;

/// <summary>Copies folders; the copies can be written to, whatever the originals allow.</summary>
internal static class FolderCopy
{
    public static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var folder in Directory.EnumerateDirectories(source))
            Copy(folder, Path.Combine(target, Path.GetFileName(folder)));

        foreach (var file in Directory.EnumerateFiles(source))
        {
            var copy = Path.Combine(target, Path.GetFileName(file));
            File.Copy(file, copy);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(copy, File.GetUnixFileMode(file) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
