using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>Puts environment variables into a text: <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME-default}</c>.</summary>
internal static partial class EnvironmentText
{
    public static string Substitute(string text, Func<string, string?> variable) => Form().Replace(text, match =>
    {
        var value = variable(match.Groups["plain"] is { Success: true } plain ? plain.Value : match.Groups["name"].Value);
        var fallback = match.Groups["default"];
        return match.Groups["operator"].Value.StartsWith(':') && value is { Length: 0 } ? fallback.Value
            : value ?? fallback.Value;
    });

    [GeneratedRegex(@"\$(?:(?<plain>[A-Za-z_][A-Za-z0-9_]*)|\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<operator>:?[-=])(?<default>[^}]*))?\})", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
