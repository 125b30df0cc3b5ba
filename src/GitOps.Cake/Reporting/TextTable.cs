namespace GitOps.Cake.Reporting;

/// <summary>A table of plain text, columns as wide as their widest cell.</summary>
internal static class TextTable
{
    public static string Of(string separator, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join(separator, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd(' ', '\t')));
    }
}
