namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>The PATH, and a part of it.</summary>
internal static class SearchPath
{
    private static readonly string[] ToolsOfTheScript =
    [
        "bash", "env", "cat", "cmp", "cp", "cut", "dirname", "find", "grep", "ln", "ls", "mkdir", "mv", "ps", "readlink", "rm", "sed",
        "sha256sum", "sleep", "sort", "tail", "touch",
    ];

    public static string Value { get; } = Environment.GetEnvironmentVariable("PATH")!;

    public static string Find(string program) =>
        Value.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).First(File.Exists);

    /// <summary>Makes <paramref name="folder"/> a search path with only what build.sh cannot do without; flock and dotnet are not in it.</summary>
    public static string Bare(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var tool in ToolsOfTheScript.Where(tool => !File.Exists(Path.Combine(folder, tool))))
        {
            File.CreateSymbolicLink(Path.Combine(folder, tool), Find(tool));
        }

        return folder;
    }
}
