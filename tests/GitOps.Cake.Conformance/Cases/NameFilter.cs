using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>Chooses cases by patterns of their names, in which <c>*</c> and <c>?</c> stand for any text and any letter.</summary>
internal static class NameFilter
{
    public static bool Matches(string name, ImmutableArray<string> patterns) =>
        patterns.IsEmpty || patterns.Any(pattern => Regex.IsMatch(name, Expression(pattern), RegexOptions.CultureInvariant));

    // A bare word means the group or the case of that name.
    private static string Expression(string pattern)
    {
        var text = Regex.Escape(pattern.TrimEnd('/')).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        return pattern.Contains('/', StringComparison.Ordinal) || pattern.Contains('*', StringComparison.Ordinal) ? $"^{text}$" : $"(^|/){text}(/|$)";
    }
}
