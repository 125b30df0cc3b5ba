using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace GitOps.Cake.Testing.Processes;

/// <summary>A process for longer than its life: ids are given out again, the same id with the same start is the same process.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Started">When it started, in a form that is only ever compared.</param>
internal sealed record ProcessIdentity(int Id, string Started)
{
    /// <summary>Null where no such process runs; one that ended and waits for its parent (a zombie) does not run.</summary>
    public static ProcessIdentity? Of(int id) =>
        (OperatingSystem.IsLinux() ? StartInProc(id) : StartInSystem(id)) is { } started ? new(id, started) : null;

    public bool IsRunning() => Of(Id) == this;

    /// <summary>
    /// Reads the state and the start time (clock ticks since the boot) from <c>/proc/PID/stat</c>: fields 3 and 22 of proc(5), counted
    /// behind the last parenthesis, since a program's name may hold anything.
    /// </summary>
    internal static string? ReadStart(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is [not ("Z" or "X"), ..] && fields.Length > 19 ? fields[19] : null;
    }

    private static string? StartInProc(int id)
    {
        try
        {
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat");
            return ReadStart(File.ReadAllText(path)) is { } start ? $"{boot}/{start}" : null;
        }
        catch (IOException)
        {
            return null; // the process ended, before or while its file was read
        }
    }

    private static string? StartInSystem(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
