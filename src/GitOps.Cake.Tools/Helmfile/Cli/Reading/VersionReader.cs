using System.Text.Json;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads the version of helmfile in each of its forms.</summary>
internal static partial class VersionReader
{
    public static VersionReport Read(HelmfileAnswer answer) =>
        Text(answer) is { } text && Pattern().Match(text) is { Success: true } match
            ? new() { Version = match.Groups["version"].Value }
            : throw answer.Unreadable($"\"{answer.Output.Trim()}\" is no version.");

    private static string? Text(HelmfileAnswer answer)
    {
        if (!answer.Output.StartsWith('{'))
            return answer.Output.Trim();

        try
        {
            using var json = JsonDocument.Parse(answer.Output);
            return json.RootElement.TryGetProperty("version", out var version) ? version.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw answer.Unreadable("it is no whole JSON.", exception);
        }
    }

    [GeneratedRegex(@"^(?:helmfile version )?v?(?<version>[0-9]+\.[0-9]+\.[0-9]+[^\s]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
