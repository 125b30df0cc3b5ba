using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>What a measured process tells of itself, on a line of its own.</summary>
/// <param name="Milliseconds">How long the measured part took.</param>
/// <param name="Releases">How many releases it worked on.</param>
/// <param name="Changed">How many of them differ from the cluster.</param>
/// <param name="OwnProcessor">The processor's milliseconds of the process itself, from its start.</param>
/// <param name="ToolProcessor">The processor's milliseconds of the programs that it ran.</param>
internal sealed record Measurement(double Milliseconds, int Releases, int Changed, double OwnProcessor, double ToolProcessor)
{
    private const string Mark = "measured ";

    public static Measurement Now(TimeSpan elapsed, int releases, int changed = 0)
    {
        var (own, tools) = ProcessorTime.OfThisProcess();
        return new(elapsed.TotalMilliseconds, releases, changed, own.TotalMilliseconds, tools.TotalMilliseconds);
    }

    public static Measurement Read(string output)
    {
        var line = output.Split('\n').Single(line => line.StartsWith(Mark, StringComparison.Ordinal));
        var numbers = line[Mark.Length..].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return new(numbers[0], (int)numbers[1], (int)numbers[2], numbers[3], numbers[4]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Mark}{Milliseconds:F1} {Releases} {Changed} {OwnProcessor:F0} {ToolProcessor:F0}");
}
