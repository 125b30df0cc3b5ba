using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>Reads one of a case's steps.</summary>
internal static class StepReader
{
    public static CaseStep Read(YamlNode node, int number)
    {
        if (node is not YamlMapping map)
            throw new CaseFormatException($"line {node.Position.Line}: a step is a map.");

        return new()
        {
            Number = number,
            Run = CaseNodes.Member(map, "run") is { } run ? CaseNodes.Words(run) : throw new CaseFormatException($"step {number} has no run."),
            Compare = Kind(map, number),
            Write = CaseNodes.Pairs(CaseNodes.Member(map, "write")),
            Helm = CaseNodes.Calls(CaseNodes.Member(map, "helm")),
            Kubectl = CaseNodes.Calls(CaseNodes.Member(map, "kubectl")),
            Says = Patterns(map, "says"),
            Never = Patterns(map, "never"),
            Better = Better(map),
            Files = CaseNodes.Words(CaseNodes.Member(map, "files")),
        };
    }

    private static CompareKind Kind(YamlMapping map, int number)
    {
        var word = CaseNodes.Member(map, "compare") is { } node ? CaseNodes.Text(node) : throw new CaseFormatException($"step {number} has no compare.");
        return Enum.GetValues<CompareKind>().Where(kind => kind.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)).Select(kind => (CompareKind?)kind).SingleOrDefault()
            ?? throw new CaseFormatException($"step {number}: nobody knows how to compare \"{word}\".");
    }

    private static ImmutableArray<Regex> Patterns(YamlMapping map, string key) => [.. CaseNodes.Words(CaseNodes.Member(map, key)).Select(Pattern)];

    private static Regex Pattern(string text)
    {
        try
        {
            return new(text, RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        }
        catch (ArgumentException exception)
        {
            throw new CaseFormatException($"\"{text}\" is no regular expression: {exception.Message}", exception);
        }
    }

    private static BetterAnswer? Better(YamlMapping step)
    {
        if (CaseNodes.Member(step, "better") is not { } node)
            return null;
        if (node is not YamlMapping map || CaseNodes.Member(map, "exit") is not { } exit)
            throw new CaseFormatException($"line {node.Position.Line}: a better answer is a map with an exit.");
        return new(CaseNodes.Member(map, "why") is { } why ? CaseNodes.Text(why) : "", CaseNodes.Number(exit), CaseNodes.Member(map, "releases"));
    }
}
