using System.Runtime.InteropServices;

namespace Build.Tools;

/// <summary>What kind of machine this is.</summary>
internal static class ThisMachine
{
    /// <summary>Why programs for Linux on x86-64 are of no use here; null where they are.</summary>
    public static string? FindObstacle(string tools) =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64
            ? null
            : $"{tools} are fetched for Linux on x86-64 only; this is {RuntimeInformation.RuntimeIdentifier}.";

    /// <summary>The program of this name on the PATH.</summary>
    public static string? Find(string program) => FindAll(program).FirstOrDefault();

    /// <summary>All programs of this name on the PATH, the one that is taken first.</summary>
    public static IEnumerable<string> FindAll(string program) =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let file = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program)
        where File.Exists(file)
        select file;
}
