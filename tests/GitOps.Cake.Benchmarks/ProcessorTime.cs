using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>
/// The processor's time of this process and of the programs that it ran and waited for, from <c>/proc</c>. On a machine that is busy
/// with something else it says more than the clock.
/// </summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    public static (TimeSpan Own, TimeSpan Children) OfThisProcess()
    {
        if (!OperatingSystem.IsLinux())
            return (Environment.CpuUsage.TotalTime, TimeSpan.Zero);

        // The name, in parentheses, may hold anything; what follows is separated by blanks, fields 3 and on.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Time(fields[11], fields[12]), Time(fields[13], fields[14]));
    }

    private static TimeSpan Time(string user, string system) => TimeSpan.FromSeconds(
        (long.Parse(user, CultureInfo.InvariantCulture) + long.Parse(system, CultureInfo.InvariantCulture)) / TicksPerSecond);
}
