using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Description;

/// <summary>The part of GitHub's own OpenAPI description that the fake needs.</summary>
internal sealed class GitHubDescription
{
    private static readonly Lazy<GitHubDescription> Instance = new(() => new());

    private readonly JsonObject _root;
    private readonly ApiCall[] _calls;

    private GitHubDescription()
    {
        using var stream = typeof(GitHubDescription).Assembly.GetManifestResourceStream("github-description.json")!;
        _root = JsonNode.Parse(stream)!.AsObject();
        _calls = [.. _root["operations"]!.AsObject().Select(entry => new ApiCall(entry.Key, entry.Value!.AsObject()))];
    }

    public static GitHubDescription Shared => Instance.Value;

    /// <summary>The call that a request is; null where the description has none.</summary>
    public (ApiCall Call, IReadOnlyDictionary<string, string> Values)? Find(string method, string path) => _calls
        .Select(call => (Call: call, Values: call.Match(method, path)))
        .Where(match => match.Values is not null)
        .OrderBy(match => match.Values!.Count)
        .Select(match => ((ApiCall, IReadOnlyDictionary<string, string>)?)(match.Call, match.Values!))
        .FirstOrDefault();

    /// <summary>The schema that another one points to, or itself.</summary>
    public JsonObject Resolve(JsonObject schema) =>
        schema["$ref"]?.GetValue<string>() is { } pointer ? Resolve(_root["schemas"]![pointer.Split('/')[^1]]!.AsObject()) : schema;
}
