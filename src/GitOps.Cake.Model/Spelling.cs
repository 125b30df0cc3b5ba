namespace GitOps.Cake;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The candidate that the fewest typing errors lead to, if they are few for the word's length.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 4);
        var (best, distance) = (default(string), limit + 1);
        foreach (var candidate in candidates)
        {
            var errors = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (errors < distance)
                (best, distance) = (candidate, errors);
        }

        return best;
    }

    // Insertions, deletions, replacements and swaps of neighbours, each as one error.
    private static int Distance(string left, string right)
    {
        var (before, above, row) = (new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray(), new int[right.Length + 1]);
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }
}
