namespace GitOps.Cake.EndToEnd.RestoringTools;

/// <summary>A folder for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tools ");

    public string PathOf(string path) => Path.Combine(_folder.FullName, path);

    /// <summary>Writes a program that prints a version, and whatever it is asked.</summary>
    public string WriteTool(string path, string version) => WriteTool(_folder.FullName, path, version);

    public static string WriteTool(string folder, string path, string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The tools of this test are shell scripts.");
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\necho \"Version: v{version}+g1234\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
