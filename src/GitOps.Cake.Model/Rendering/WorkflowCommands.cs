using System.Text.RegularExpressions;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Lines of a log that a CI system would obey: <c>::add-mask::</c> (GitHub Actions, at the start of a line), <c>##[…]</c> (GitHub,
/// Azure), <c>##vso[…]</c> (Azure), <c>##teamcity[…]</c>. Text of a chart must not give such orders.
/// </summary>
internal static partial class WorkflowCommands
{
    /// <summary>Breaks commands that stand anywhere in a line.</summary>
    public static string Disarm(string text) =>
        text.Contains("##", StringComparison.Ordinal) ? Anywhere().Replace(text, @"#\u0023$1[") : text;

    /// <summary>Breaks a command that stands at the start of a line.</summary>
    public static string DisarmStart(string line)
    {
        var start = line.AsSpan().TrimStart();
        return start.StartsWith("::") ? string.Concat(line.AsSpan(0, line.Length - start.Length), @"\u003a", start[1..]) : line;
    }

    [GeneratedRegex(@"##(vso|teamcity)?\[", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();
}
