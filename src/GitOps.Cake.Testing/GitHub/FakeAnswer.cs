using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>An answer of the fake.</summary>
internal sealed record FakeAnswer(int Status, JsonNode? Json)
{
    /// <summary>There is no answer.</summary>
    public const int Never = 0;

    /// <summary>There is no connection.</summary>
    public const int Broken = -1;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Body => Json?.ToJsonString() ?? "";

    public static FakeAnswer Refusal(int status, string message, string? field = null, string? resource = null) => new(status, new JsonObject
    {
        ["message"] = message,
        ["documentation_url"] = "https://docs.github.com/rest",
        ["errors"] = field is null ? null : new JsonArray(new JsonObject { ["resource"] = resource, ["field"] = field, ["code"] = "custom", ["message"] = message }),
    });

    public static FakeAnswer NotFound() => Refusal(404, "Not Found");
}
