namespace GitOps.Cake.Rendering;

/// <summary>How Markdown for a comment, a check or a step summary looks.</summary>
public sealed record MarkdownStyle
{
    /// <summary>
    /// The length in characters that is not exceeded: diffs, then lists of fields, then tables are left out, and the text says so.
    /// Totals, notes and the digest are always there.
    /// </summary>
    /// <value>By default 60,000: GitHub takes comments of up to 65,536, and whoever posts one may want to add a line.</value>
    public int MaximumLength { get; init; } = 60_000;

    /// <summary>Where the whole can be read, Markdown that goes on after <c>The whole is</c>; told where something was left out.</summary>
    /// <value>By default null: the text says that the whole is nowhere, and how to keep it.</value>
    public string? Whole { get; init; }

    /// <summary>The level of the heading, from 1 to 6.</summary>
    /// <value>By default 3.</value>
    public int HeadingLevel { get; init; } = 3;

    /// <summary>The number of changed resources and fields up to which the sections of releases are open, not collapsed.</summary>
    /// <value>By default 10.</value>
    public int OpenUpTo { get; init; } = 10;
}
