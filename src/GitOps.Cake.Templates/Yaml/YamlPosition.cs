using System.Globalization;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>A place in a YAML text.</summary>
/// <param name="File">The file's name as the reader was told it; null when there is none.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
public readonly record struct YamlPosition(string? File, int Line, int Column)
{
    /// <summary>The place in words: <c>values.yaml: line 3, column 5</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
        return File is null ? place : $"{File}: {place}";
    }
}
