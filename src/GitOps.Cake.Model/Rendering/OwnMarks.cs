using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Rendering;

/// <summary>
/// The marks around a plan in a comment, by which the next comment finds it again. Nothing that a chart or an error says can look like one:
/// it is broken before it gets between them.
/// </summary>
internal static partial class OwnMarks
{
    private const string Sign = "<!-- gitops-cake";
    private const string End = $"{Sign} end -->\n";
    private const int LongestError = 20_000;

    /// <summary>How much longer a text gets by its marks.</summary>
    public static int LengthOf(string sha, string scope) => Start(sha, scope).Length + End.Length;

    /// <summary>A plan between its marks.</summary>
    /// <param name="sha">The commit that it is of.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="text">The plan.</param>
    public static string Around(string sha, string scope, string text) => $"{Start(sha, scope)}{Broken(text)}{End}";

    /// <summary>The plans of a comment.</summary>
    public static ImmutableArray<FormerPlan> Find(string? comment) =>
    [
        // Somebody who edited the comment in a browser left other ends of lines.
        .. Form().Matches((comment ?? "").ReplaceLineEndings("\n")).Select(match => new FormerPlan(
            Uri.UnescapeDataString(match.Groups["sha"].Value),
            match.Groups["scope"] is { Length: > 0 } scope ? Uri.UnescapeDataString(scope.Value) : null,
            match.Groups["text"].Value)),
    ];

    /// <summary>What somebody else says, in a fence. It is cut as it is shown: what is invisible is shown by several characters.</summary>
    public static string Fence(string text)
    {
        var shown = string.Join('\n', VisibleText.Lines(text.ReplaceLineEndings("\n")));
        return MarkdownText.Fence("text", [shown.Length > LongestError ? $"{shown[..(LongestError - (char.IsHighSurrogate(shown[LongestError - 1]) ? 1 : 0))]}\n…" : shown]);
    }

    /// <summary>A text in which nothing looks like a mark.</summary>
    public static string Broken(string text) => text.Replace(Sign, "<!-- …", StringComparison.Ordinal);

    private static string Start(string sha, string scope) => $"{Sign} start {Uri.EscapeDataString(sha)} {Uri.EscapeDataString(scope)} -->\n";

    [GeneratedRegex("<!-- gitops-cake start (?<sha>[^ <>]*)(?: (?<scope>[^ <>]*))? -->\n(?<text>.*?)<!-- gitops-cake end -->\n", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
