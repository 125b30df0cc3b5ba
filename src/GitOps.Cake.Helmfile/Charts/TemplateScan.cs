using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>
/// Looks through template text for what rendering without the server would answer differently. It errs on the safe side: a
/// construct it does not understand means rendering with the server, which is slower and never wrong.
/// </summary>
internal static partial class TemplateScan
{
    public static TemplateFindings Scan(string text)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
            return TemplateFindings.None;

        return new()
        {
            NeedsServer =
                Lookup().IsMatch(text) ? "it calls lookup"
                : UnreadableCapabilities(text) ? "it asks for API versions in a way that only helm can evaluate"
                : null,
            AskedApiVersions = [.. AskedLiterally().Matches(text).Select(match => match.Groups[1].Value)],
            EvaluatesValues = Tpl().IsMatch(text),
        };
    }

    private static bool UnreadableCapabilities(string text) =>
        ApiVersions().Count(text) > AskedLiterally().Count(text) || CapabilitiesAsAWhole().IsMatch(text);

    [GeneratedRegex(@"\blookup\b", RegexOptions.CultureInvariant)]
    private static partial Regex Lookup();

    [GeneratedRegex(@"\btpl\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tpl();

    [GeneratedRegex(@"\bAPIVersions\b", RegexOptions.CultureInvariant)]
    private static partial Regex ApiVersions();

    [GeneratedRegex("""\bAPIVersions\.Has\s+["`]([^"`\\]+)["`]""", RegexOptions.CultureInvariant)]
    private static partial Regex AskedLiterally();

    // .Capabilities handed to something else: what is asked of it there cannot be seen.
    [GeneratedRegex(@"\bCapabilities\b(?!\.(KubeVersion|APIVersions|HelmVersion)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex CapabilitiesAsAWhole();
}
