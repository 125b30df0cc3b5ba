namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Groups of releases: the same ones in the same order, file by file.</summary>
internal static class DagComparison
{
    private const string Header = "|";

    public static IEnumerable<string> Differences(string expected, string given)
    {
        var (before, after) = (Rows(expected), Rows(given));
        if (!before.SequenceEqual(after))
            yield return $"groups {string.Join(" ", after)} instead of {string.Join(" ", before)}";
    }

    // A header begins the table of the next file; the last column, what a release needs, says nothing that the groups do not.
    private static IEnumerable<string> Rows(string table)
    {
        List<string> rows =
        [
            .. table.Split('\n')
                .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 1)
                .Select(words => words[0] == "GROUP" ? Header : $"{words[0]}:{words[1]}"),
        ];

        // The table of a file without releases holds no group.
        return rows.Where((row, index) => row != Header || (index + 1 < rows.Count && rows[index + 1] != Header));
    }
}
