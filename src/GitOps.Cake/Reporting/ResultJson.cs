using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Reporting;

/// <summary>What the JSON of several results has in common.</summary>
internal static class ResultJson
{
    // A result is for programs, not for a web page: nothing but what JSON asks for is escaped.
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> one) => new([.. items.Select(one)]);

    /// <summary>A release's name, namespace and context as members of an object.</summary>
    public static JsonObject Of(ReleaseId release)
    {
        var id = new JsonObject { ["name"] = release.Name, ["namespace"] = release.Namespace };
        if (release.KubeContext is { } context)
            id["kubeContext"] = context;
        return id;
    }
}
