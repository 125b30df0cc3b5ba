namespace GitOps.Cake.Tooling;

/// <summary>
/// Finds programs. <see cref="System.Diagnostics.Process"/> looks into the working directory before the <c>PATH</c>, where the content
/// of a checkout could pass itself off as a tool; so names are resolved here, and only on absolute entries of the <c>PATH</c>.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The absolute path of a program; null where there is none.</summary>
    /// <param name="program">A name, or a path relative to <paramref name="workingDirectory"/>.</param>
    /// <param name="workingDirectory">The folder that a path starts from; the working directory of this process where null.</param>
    public static string? Resolve(string program, string? workingDirectory) =>
        program.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0
            ? WithExtension(Path.GetFullPath(program, Path.GetFullPath(workingDirectory ?? ".")), File.Exists)
            : OnPath(program);

    public static string? OnPath(string name)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (Path.IsPathFullyQualified(folder) && WithExtension(Path.Combine(folder, name), IsExecutable) is { } found)
                return found;
        }

        return null;
    }

    public static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);

    private static readonly string[] WindowsExtensions = [".exe", ".cmd", ".bat"];

    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static string? WithExtension(string path, Func<string, bool> accept)
    {
        if (accept(path) && (!OperatingSystem.IsWindows() || Path.HasExtension(path)))
            return path;

        return OperatingSystem.IsWindows()
            ? WindowsExtensions.Select(extension => path + extension).FirstOrDefault(accept)
            : null;
    }
}
