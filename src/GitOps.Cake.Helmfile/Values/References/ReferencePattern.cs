using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>How references look within texts: <c>ref+provider://path</c>, ended by a plus sign, a blank or the text's end.</summary>
internal static partial class ReferencePattern
{
    /// <summary>Whether a text may hold references.</summary>
    public static bool MayMatch(string text) => text.Contains("ref+", StringComparison.Ordinal);

    [GeneratedRegex("""(?:secret)?ref\+([^+:]*://[^+\n ]+[^+\n ",])\+?""", RegexOptions.NonBacktracking)]
    public static partial Regex Whole();

    [GeneratedRegex(@"(?:secret)?ref\+", RegexOptions.NonBacktracking)]
    public static partial Regex Beginning();
}
