using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>One selector: every one of its conditions has to hold.</summary>
internal sealed partial class LabelSelector
{
    private readonly ImmutableArray<(string Key, string Value, bool Equal)> _conditions;

    private LabelSelector(ImmutableArray<(string Key, string Value, bool Equal)> conditions) => this._conditions = conditions;

    /// <summary>Reads a selector such as <c>tier=web,name!=cache</c>.</summary>
    /// <exception cref="InvalidSettingsException">It is malformed.</exception>
    public static LabelSelector Parse(string selector) => new([.. selector.Split(',').Select(part => Condition(part, selector))]);

    /// <summary>Whether labels fulfil every condition. <c>!=</c> also holds where the label is absent.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> labels) =>
        _conditions.All(condition => (labels.TryGetValue(condition.Key, out var value) && value == condition.Value) == condition.Equal);

    /// <summary>Whether some labels could fulfil both selectors, judging by the values that they want to be equal.</summary>
    public bool IsCompatibleWith(LabelSelector other) => !_conditions
        .Where(condition => condition.Equal)
        .Any(condition => other._conditions.Any(against => against.Equal && against.Key == condition.Key && against.Value != condition.Value));

    private static (string Key, string Value, bool Equal) Condition(string part, string selector) => Form().Match(part) switch
    {
        { Success: true } match => (match.Groups[1].Value, match.Groups[3].Value, match.Groups[2].Length == 1),
        _ => throw new InvalidSettingsException(
            $"malformed label: \"{part}\" in the selector \"{selector}\". Write key=value or key!=value, several separated by commas, without blanks."),
    };

    [GeneratedRegex(@"^([a-zA-Z0-9_./+-]+)(!?=)([a-zA-Z0-9_./+-]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
