namespace GitOps.Cake.Architecture.Tests;

/// <summary>The files of this repository as they are on disk.</summary>
internal static class Repository
{
    // In a worktree of git, .git is a file.
    private static readonly string[] NotOurs = [".artifacts", ".git", ".tools", ".sandbox", ".vs", ".idea", ".vscode", "bin", "obj", "node_modules", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>The files of a folder with its sub-folders, without those of builds and editors.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Walk(Path.Combine(Root, folder), pattern);

    /// <summary>The path from the root, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Where(file => !NotOurs.Contains(Path.GetFileName(file))).Order(StringComparer.Ordinal).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(child => !NotOurs.Contains(Path.GetFileName(child)))
                .Order(StringComparer.Ordinal)
                .SelectMany(child => Walk(child, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GitOps.Cake.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No GitOps.Cake.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
