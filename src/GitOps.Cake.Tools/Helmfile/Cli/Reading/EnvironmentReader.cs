using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads the values of an environment, as JSON and as YAML: one object per state file.</summary>
internal static class EnvironmentReader
{
    public static EnvironmentList Read(HelmfileAnswer answer)
    {
        var values = answer.Output.StartsWith('[') ? Json(answer) : Yaml(answer);
        return values.IsEmpty ? throw answer.Unreadable("it has no environment.") : new() { Environments = values };
    }

    private static ImmutableArray<EnvironmentValues> Json(HelmfileAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Output);
            return [.. json.RootElement.EnumerateArray().Select(entry => Values(entry, answer))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw answer.Unreadable("it is no whole JSON.", exception);
        }
    }

    private static ImmutableArray<EnvironmentValues> Yaml(HelmfileAnswer answer)
    {
        try
        {
            return [.. YamlDocuments.ReadAll(answer.Output).Select(document => Values(document, answer))];
        }
        catch (FormatException exception)
        {
            throw answer.Unreadable($"it is no YAML ({exception.Message}).", exception);
        }
    }

    private static EnvironmentValues Values(JsonElement entry, HelmfileAnswer answer) =>
        Text(entry, "filePath") is { } file && Text(entry, "name") is { } name && entry.TryGetProperty("values", out var values)
            && values.ValueKind == JsonValueKind.Object
            ? new() { File = file, Name = name, KubeContext = Text(entry, "kubeContext"), Values = values }
            : throw answer.Unreadable("an environment lacks its file, its name or its values.");

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
