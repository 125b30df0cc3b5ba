using System.Globalization;

namespace GitOps.Cake.Testing.Tests.Support;

/// <summary>The machine's processes, as /proc tells them.</summary>
internal static class ProcessTable
{
    /// <summary>The running processes whose command line names a text, such as a control plane's folder: shells that watch too.</summary>
    public static string[] Naming(string text) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .Select(CommandLine)
            .Where(line => line.Contains(text, StringComparison.Ordinal))];

    /// <summary>The ids of the processes of one program that name a text.</summary>
    public static int[] Ids(string program, string text) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => (Id: int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0, Line: ""))
            .Where(process => process.Id != 0)
            .Select(process => process with { Line = CommandLine($"/proc/{process.Id}") })
            .Where(process => process.Line.Split(' ')[0].EndsWith($"/{program}", StringComparison.Ordinal)
                && process.Line.Contains(text, StringComparison.Ordinal))
            .Select(process => process.Id)];

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended while the table was read, or is another user's
        }
    }
}
