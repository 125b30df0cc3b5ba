using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Values that somebody calls secret by where they stand: <c>ConfigMap/data/*password*</c>, a kind and the way to a field, in which
/// <c>*</c> stands for anything within a part. What a rule matches is hidden with all below it.
/// </summary>
internal sealed class RedactionRules(ImmutableArray<string> rules)
{
    private readonly ImmutableArray<ImmutableArray<Regex>> _rules = [.. rules.Select(rule => rule.Split('/').Select(Part).ToImmutableArray())];

    /// <summary>What is wrong with a rule; null where nothing is.</summary>
    public static string? Problem(string rule) => rule.Split('/') is { Length: >= 2 } parts && parts.All(part => part.Length > 0)
        ? null
        : $"The rule \"{rule}\" is none: write a kind and the way to a field, as in ConfigMap/data/*password*; * stands for anything within a part.";

    /// <summary>The texts that the rules hide.</summary>
    public IEnumerable<string> Values(Manifest manifest) => _rules.SelectMany(rule => manifest.Resources
        .Where(resource => rule[0].IsMatch(resource.Id.Kind))
        .SelectMany(resource => Find(resource.Content, rule.AsMemory()[1..])));

    private static IEnumerable<string> Find(object? value, ReadOnlyMemory<Regex> way) => (value, way.Length) switch
    {
        (GoMap map, > 0) => map.Where(entry => way.Span[0].IsMatch(entry.Key)).SelectMany(entry => Find(entry.Value, way[1..])),
        (List<object?> list, _) => list.SelectMany(item => Find(item, way)),
        (GoMap map, 0) => map.SelectMany(entry => Find(entry.Value, way)),
        (null, _) or (_, > 0) => [],
        _ => [value as string ?? GoPrinter.Print(value)],
    };

    private static Regex Part(string part) =>
        new($"^{Regex.Escape(part).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
