using System.Collections.Immutable;
using System.Text.Json;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>Reads helm-diff's forms <c>json</c>, <c>template</c> and <c>structured</c>: an array of resources.</summary>
internal static class JsonDiff
{
    public static ImmutableArray<DiffResource> Read(ImmutableArray<string> lines, DiffSection section, HelmfileAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(string.Join('\n', lines));
            return [.. json.RootElement.EnumerateArray().Select(entry => Entry(entry, section))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw answer.Unreadable($"the comparison of {section.Release} is no whole JSON.", exception);
        }
    }

    private static DiffResource Entry(JsonElement entry, DiffSection section)
    {
        var kind = (Text(entry, "changeType") ?? Text(entry, "change")) switch
        {
            "ADD" => ResourceChangeKind.Added,
            "REMOVE" => ResourceChangeKind.Removed,
            "MODIFY" or "MODIFY_SUPPRESSED" => ResourceChangeKind.Changed,
            "OWNERSHIP" => ResourceChangeKind.Ownership,
            var other => throw new FormatException($"\"{other}\" is no change."),
        };
        var name = Text(entry, "name") ?? throw new FormatException("An entry has no name.");

        // Of what changes its owner, structured knows but the whole key, where the name should be.
        return new(DiffKey.Read(name)?.Key ?? new(
            Text(entry, "namespace") ?? section.Release.Namespace,
            name,
            Text(entry, "kind") ?? "",
            Text(entry, "apiVersion") is { } version ? Group(version) : Text(entry, "api") ?? ""), kind);
    }

    private static string Group(string apiVersion) => apiVersion.LastIndexOf('/') is var slash and > 0 ? apiVersion[..slash] : apiVersion;

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var member) ? member.GetString() : null;
}
