using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>What helm-diff calls a resource.</summary>
/// <param name="Namespace">The namespace, the release's where the manifest names none.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Group">The API's version without its last part: <c>apps</c> of <c>apps/v1</c>, and <c>v1</c> of the core.</param>
internal sealed partial record DiffKey(string Namespace, string Name, string Kind, string Group)
{
    /// <summary>Reads <c>shop, api, Deployment (apps)</c> and what is said of it; null where the line is no such thing.</summary>
    public static (DiffKey Key, string Message)? Read(string line) => Pattern().Match(line) is { Success: true } match
        ? (new(match.Groups["namespace"].Value, match.Groups["name"].Value, match.Groups["kind"].Value, match.Groups["group"].Value), match.Groups["message"].Value)
        : null;

    [GeneratedRegex(
        @"^(?<namespace>[^,\s]*), (?<name>[^,]+), (?<kind>\w+) \((?<group>[^)]*)\)(?: (?<message>.*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
