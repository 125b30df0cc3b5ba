using System.Globalization;
using System.Xml.Linq;

namespace Build;

/// <summary>Counts over all test projects, read from their result files.</summary>
public sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts Read(string folder)
    {
        var counters = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories)
                .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "Counters"))
                .ToList()
            : [];
        int Sum(string name) => counters.Sum(counter => int.Parse(counter.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture));
        var (total, passed, failed) = (Sum("total"), Sum("passed"), Sum("failed") + Sum("error") + Sum("timeout") + Sum("aborted"));
        return new(passed, failed, total - passed - failed);
    }

    /// <summary>The line that CI systems read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
