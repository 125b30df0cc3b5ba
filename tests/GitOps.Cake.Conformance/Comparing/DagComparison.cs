namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Groups of releases: the same ones in the same order, file by file.</summary>
internal static class DagComparison
{
    public static IEnumerable<string> Differences(string expected, string given)
    {
        var (before, after) = (Rows(expected), Rows(given));
        if (!before.SequenceEqual(after))
            yield return $"groups {string.Join(" ", after)} instead of {string.Join(" ", before)}";
    }

    // A header begins the table of the next file; the last column, what a release needs, says nothing that the groups do not.
    private static List<string> Rows(string table) =>
    [
        .. table.Split('\n')
            .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .Select(words => words[0] == "GROUP" ? "|" : $"{words[0]}:{words[1]}"),
    ];
}
