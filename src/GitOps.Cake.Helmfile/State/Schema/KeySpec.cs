using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>One key of a section: the row that decoding, suggestions, merging and the table of supported keys share.</summary>
/// <param name="Name">The key as it is written.</param>
/// <param name="Kind">What its value has to be.</param>
/// <param name="Meaning">What it does, in a few words.</param>
internal sealed record KeySpec(string Name, KeyKind Kind, string Meaning)
{
    /// <summary>The keys within, for kinds of sections. A function, because sections may contain themselves.</summary>
    public Func<SectionSchema>? Inner { get; init; }

    /// <summary>
    /// Whether helmfile holds the value through a pointer. Merging releases with templates shares such a value, so that
    /// what one release writes into it reaches every release that inherits the same template.
    /// </summary>
    public bool Shared { get; init; }

    public KeySupport Support { get; init; } = KeySupport.Followed;

    /// <summary>For keys that are not followed: why, or what to do instead.</summary>
    public string? Note { get; init; }

    /// <summary>Values of a refused key that are not refused.</summary>
    public ImmutableArray<string> Harmless { get; init; } = [""];

    public bool IsList => Kind
        is KeyKind.Texts or KeyKind.TextOrTexts or KeyKind.Entries or KeyKind.ChartEntries
        or KeyKind.Sections or KeyKind.SectionOrSections or KeyKind.PathsOrSections;
}
