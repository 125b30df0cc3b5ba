using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>The one question in GitHub's query language that the fake answers; the description of the REST API tells nothing of it.</summary>
internal static partial class GraphQlRoutes
{
    /// <summary>Where questions go, as the fake sees the path.</summary>
    public const string Path = "/graphql";

    public static FakeAnswer Answer(FakeRequest request, FakeIdentity identity)
    {
        if (identity.IsAppItself)
            return FakeAnswer.Refusal(401, "Bad credentials");

        return JsonNode.Parse(request.Body ?? "{}")?["query"]?.GetValue<string>() is { } query && Viewer().IsMatch(query)
            ? new(200, new JsonObject { ["data"] = new JsonObject { ["viewer"] = new JsonObject { ["login"] = identity.Login } } })
            : throw new DescriptionViolationException($"The fake answers no question but whose token it is, and this is another: {request.Body}");
    }

    [GeneratedRegex(@"^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Viewer();
}
