namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>
/// Tells which line of a template a line of its output comes from. Lines that stand once in both texts are fixed points;
/// what lies between two of them is counted where nothing was added or left out, else it is known only roughly.
/// </summary>
internal sealed class RenderedLines
{
    private readonly (int Source, bool IsExact)[] _lines;

    private RenderedLines((int Source, bool IsExact)[] lines) => this._lines = lines;

    public static RenderedLines Align(string source, string rendered)
    {
        var (from, to) = (source.Split('\n'), rendered.Split('\n'));
        var lines = new (int, bool)[to.Length];
        var (lastTo, lastFrom) = (-1, -1);
        foreach (var (nextTo, nextFrom) in FixedPoints(from, to).Append((to.Length, from.Length)))
        {
            var even = nextTo - lastTo == nextFrom - lastFrom;
            for (var line = lastTo + 1; line < nextTo; line++)
                lines[line] = (even ? lastFrom + line - lastTo : Math.Clamp(lastFrom + line - lastTo, Math.Max(lastFrom, 0), Math.Max(nextFrom - 1, 0)), even);

            if (nextTo < to.Length)
                lines[nextTo] = (nextFrom, true);
            (lastTo, lastFrom) = (nextTo, nextFrom);
        }

        return new(lines);
    }

    /// <summary>The line of the template, from 1, and whether it is known for sure.</summary>
    public (int Line, bool IsExact) Source(int renderedLine)
    {
        var (source, isExact) = _lines[Math.Clamp(renderedLine - 1, 0, _lines.Length - 1)];
        return (source + 1, isExact);
    }

    // The longest sequence of common unique lines that keeps the order of both texts.
    private static List<(int To, int From)> FixedPoints(string[] from, string[] to)
    {
        var unique = Unique(from);
        var pairs = Unique(to)
            .Where(line => unique.ContainsKey(line.Key))
            .Select(line => (To: line.Value, From: unique[line.Key]))
            .OrderBy(pair => pair.To)
            .ToList();

        var ends = new List<int>();
        var previous = new int[pairs.Count];
        for (var index = 0; index < pairs.Count; index++)
        {
            var length = ends.Count;
            while (length > 0 && pairs[ends[length - 1]].From > pairs[index].From)
                length--;
            previous[index] = length == 0 ? -1 : ends[length - 1];
            if (length == ends.Count)
                ends.Add(index);
            else
                ends[length] = index;
        }

        var points = new List<(int, int)>();
        for (var index = ends.Count == 0 ? -1 : ends[^1]; index >= 0; index = previous[index])
            points.Add(pairs[index]);
        points.Reverse();
        return points;
    }

    private static Dictionary<string, int> Unique(string[] lines) => lines
        .Select((line, index) => (Text: line.TrimEnd(), Index: index))
        .Where(line => line.Text.Length > 0)
        .GroupBy(line => line.Text, line => line.Index, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
}
