namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>What the value of a key of a state file has to be.</summary>
internal enum KeyKind
{
    /// <summary>A text; numbers and booleans count as their text.</summary>
    Text,

    /// <summary>A boolean; <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> count.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number with a fraction.</summary>
    Fraction,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of names, or one name in its place.</summary>
    TextOrTexts,

    /// <summary>A map of texts.</summary>
    TextMap,

    /// <summary>A list of whatever, above all of paths and inline maps.</summary>
    Entries,

    /// <summary>A list of whatever that only goes on to a chart: below the top of its maps, keys may be other than texts.</summary>
    ChartEntries,

    /// <summary>A map with keys of its own.</summary>
    Section,

    /// <summary>A list of maps with keys of their own.</summary>
    Sections,

    /// <summary>A list of maps with keys of their own, or one such map in its place.</summary>
    SectionOrSections,

    /// <summary>A list of maps with keys of their own, or of texts that stand for the key <c>path</c>.</summary>
    PathsOrSections,

    /// <summary>A map from names to maps with keys of their own.</summary>
    NamedSections,

    /// <summary>Anything.</summary>
    Any,
}
