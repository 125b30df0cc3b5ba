namespace GitOps.Cake.Templates.Yaml;

/// <summary>How a YAML text is read. The default: lines counted from 1, no file name.</summary>
public sealed record YamlReadOptions
{
    internal static YamlReadOptions Default { get; } = new();

    /// <summary>The name of the file that errors and positions show; null for none.</summary>
    public string? File { get; init; }

    /// <summary>The line of the file in which the text begins, 1 by default: greater for a later part of a file.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>The longest text that is read, in characters; 64 Mi by default.</summary>
    public int MaxLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most scalars, lists and maps of one document; 4 million by default, which take about half a gigabyte.</summary>
    public int MaxNodes { get; init; } = 4_000_000;

    /// <summary>The deepest nesting, aliases included; 500 by default.</summary>
    public int MaxDepth { get; init; } = 500;

    internal YamlPosition Position(long line, long column) => new(File, (int)line + FirstLine - 1, (int)column);
}
