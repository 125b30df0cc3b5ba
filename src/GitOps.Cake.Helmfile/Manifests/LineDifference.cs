namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// The shortest way from one list of lines to another (Myers' greedy algorithm). Beyond <see cref="MaxEdits"/> edits
/// the middle is told as one replacement, so that no input takes more than bounded time and memory.
/// </summary>
internal static class LineDifference
{
    private const int MaxEdits = 1000;

    /// <summary>Gives each line with <c>' '</c>, <c>'-'</c> or <c>'+'</c>.</summary>
    public static List<(char Mark, string Line)> Compute(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var prefix = before.CommonPrefixLength(after);
        var oldRest = before[prefix..];
        var newRest = after[prefix..];
        var suffix = 0;
        while (suffix < oldRest.Length && suffix < newRest.Length && oldRest[^(suffix + 1)] == newRest[^(suffix + 1)])
            suffix++;

        var lines = new List<(char, string)>(before.Length + 16);
        foreach (var line in before[..prefix])
            lines.Add((' ', line));

        Middle(lines, oldRest[..^suffix], newRest[..^suffix]);
        foreach (var line in oldRest[^suffix..])
            lines.Add((' ', line));

        return lines;
    }

    private static void Middle(List<(char Mark, string Line)> lines, ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var trace = Trace(before, after);
        if (trace is null)
        {
            foreach (var line in before)
                lines.Add(('-', line));
            foreach (var line in after)
                lines.Add(('+', line));
            return;
        }

        var start = lines.Count;
        var (x, y) = (before.Length, after.Length);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var reached = trace[edits];
            var diagonal = x - y;
            var down = diagonal == -edits || (diagonal != edits && At(reached, diagonal - 1) < At(reached, diagonal + 1));
            var previous = down ? diagonal + 1 : diagonal - 1;
            var previousX = edits == 0 ? 0 : At(reached, previous);
            var previousY = edits == 0 ? 0 : previousX - previous;
            while (x > previousX && y > previousY)
            {
                lines.Add((' ', before[--x]));
                y--;
            }

            if (edits == 0)
                break;

            lines.Add(down ? ('+', after[--y]) : ('-', before[--x]));
        }

        lines.Reverse(start, lines.Count - start);
    }

    /// <summary>The furthest points per number of edits, before each step; null where there are too many edits.</summary>
    private static List<int[]>? Trace(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var most = Math.Min(before.Length + after.Length, MaxEdits);
        var trace = new List<int[]>();
        var reached = new int[3];
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(reached);
            var next = new int[(2 * edits) + 5];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var down = diagonal == -edits || (diagonal != edits && At(reached, diagonal - 1) < At(reached, diagonal + 1));
                var x = edits == 0 ? 0 : down ? At(reached, diagonal + 1) : At(reached, diagonal - 1) + 1;
                var y = x - diagonal;
                while (x < before.Length && y < after.Length && before[x] == after[y])
                    (x, y) = (x + 1, y + 1);

                next[diagonal + (next.Length / 2)] = x;
                if (x >= before.Length && y >= after.Length)
                    return trace;
            }

            reached = next;
        }

        return null;
    }

    private static int At(int[] reached, int diagonal) => reached[diagonal + (reached.Length / 2)];
}
