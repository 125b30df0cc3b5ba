using System.Text.Json;
using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Finds the contexts in a built state file: a release's own, that of all of the file's, or the default of helm's calls.</summary>
internal static class StateContexts
{
    public static IEnumerable<(ReleaseId Release, string? Context)> Of(string yaml)
    {
        var state = YamlDocuments.Read(yaml);
        var common = Text(state, "kubeContext") ?? (state.TryGetProperty("helmDefaults", out var defaults) ? Text(defaults, "kubeContext") : null);
        return state.TryGetProperty("releases", out var releases) && releases.ValueKind == JsonValueKind.Array
            ? releases.EnumerateArray().Select(release => (
                new ReleaseId(Text(release, "name") ?? "", Text(release, "namespace") ?? ""),
                Text(release, "kubeContext") ?? common))
            : [];
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text
            ? text
            : null;
}
