namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>Short names for the rows of the tables of keys.</summary>
internal static class Key
{
    public static KeySpec Text(string name, string meaning) => new(name, KeyKind.Text, meaning);

    public static KeySpec Flag(string name, string meaning) => new(name, KeyKind.Flag, meaning);

    public static KeySpec Number(string name, string meaning) => new(name, KeyKind.Number, meaning);

    public static KeySpec Fraction(string name, string meaning) => new(name, KeyKind.Fraction, meaning);

    public static KeySpec Texts(string name, string meaning) => new(name, KeyKind.Texts, meaning);

    public static KeySpec TextOrTexts(string name, string meaning) => new(name, KeyKind.TextOrTexts, meaning);

    public static KeySpec TextMap(string name, string meaning) => new(name, KeyKind.TextMap, meaning);

    public static KeySpec Entries(string name, string meaning) => new(name, KeyKind.Entries, meaning);

    public static KeySpec ChartEntries(string name, string meaning) => new(name, KeyKind.ChartEntries, meaning);

    public static KeySpec Any(string name, string meaning) => new(name, KeyKind.Any, meaning);

    public static KeySpec Section(string name, Func<SectionSchema> inner, string meaning) =>
        new(name, KeyKind.Section, meaning) { Inner = inner };

    public static KeySpec Sections(string name, Func<SectionSchema> inner, string meaning) =>
        new(name, KeyKind.Sections, meaning) { Inner = inner };

    public static KeySpec SectionOrSections(string name, Func<SectionSchema> inner, string meaning) =>
        new(name, KeyKind.SectionOrSections, meaning) { Inner = inner };

    public static KeySpec PathsOrSections(string name, Func<SectionSchema> inner, string meaning) =>
        new(name, KeyKind.PathsOrSections, meaning) { Inner = inner };

    public static KeySpec NamedSections(string name, Func<SectionSchema> inner, string meaning) =>
        new(name, KeyKind.NamedSections, meaning) { Inner = inner };

    extension(KeySpec key)
    {
        /// <summary>The value is held through a pointer; see <see cref="KeySpec.Shared"/>.</summary>
        public KeySpec Shared() => key with { Shared = true };

        public KeySpec Inert(string note) => key with { Support = KeySupport.Inert, Note = note };

        public KeySpec Ignored(string note) => key with { Support = KeySupport.Ignored, Note = note };

        public KeySpec Refused(string wayOut) => key with { Support = KeySupport.Refused, Note = wayOut };

        /// <summary>What only matters to an upgrade, and is refused where one may follow.</summary>
        public KeySpec RefusedForChanges(string wayOut) => key with { Support = KeySupport.RefusedForChanges, Note = wayOut };

        /// <summary>Values of a refused key that are not refused.</summary>
        public KeySpec Except(params ReadOnlySpan<string> values) => key with { Harmless = ["", .. values] };
    }
}
