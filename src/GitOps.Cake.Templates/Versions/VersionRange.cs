using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Versions;

/// <summary>What versions are wanted: <c>&gt;=1.20, &lt;1.30 || ~2.1</c>.</summary>
internal sealed class VersionRange
{
    private readonly List<List<VersionConstraint>> _alternatives;

    private VersionRange(List<List<VersionConstraint>> alternatives) => this._alternatives = alternatives;

    /// <exception cref="TemplateFunctionException">The text is no range.</exception>
    public static VersionRange Parse(string text)
    {
        var alternatives = new List<List<VersionConstraint>>();
        foreach (var alternative in HyphenRanges.Rewrite(text).Split("||"))
            alternatives.Add(ParseAll(alternative) ?? throw new TemplateFunctionException($"improper constraint: {GoQuote.Quote(alternative)}"));
        return new(alternatives);
    }

    /// <summary>Prereleases are in a range only where one of its constraints names one.</summary>
    public bool Contains(SemanticVersion version) =>
        _alternatives.Exists(constraints =>
            (version.Prerelease.Length == 0 || constraints.Exists(static constraint => constraint.Version.Prerelease.Length > 0))
            && constraints.TrueForAll(constraint => constraint.Contains(version)));

    // Constraints with blanks or a comma between them.
    private static List<VersionConstraint>? ParseAll(string text)
    {
        var constraints = new List<VersionConstraint>();
        var rest = text.AsSpan().TrimStart();
        while (true)
        {
            if (VersionConstraint.Read(ref rest) is not { } constraint)
                return null;

            constraints.Add(constraint);
            var next = rest.TrimStart();
            if (next.IsEmpty)
                return constraints;
            if (next[0] == ',')
                rest = next[1..].TrimStart();
            else if (next.Length < rest.Length)
                rest = next;
            else
                return null;
        }
    }
}
