namespace GitOps.Cake.Testing.GitHub;

/// <summary>A request as the fake sees it, whichever way it came.</summary>
internal sealed record FakeRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public string Query { get; init; } = "";

    public string? Body { get; init; }

    public string? Token { get; init; }

    public string? EntityTag { get; init; }

    public string? Version { get; init; }

    /// <summary>The path below the API's address; questions in the query language go beside it, as on a server of one's own.</summary>
    public static string PathBelow(Uri api, Uri address) => address.AbsolutePath switch
    {
        "/api/graphql" => Routes.GraphQlRoutes.Path,
        var path when path.StartsWith(api.AbsolutePath, StringComparison.Ordinal) => $"/{path[api.AbsolutePath.Length..]}",
        _ => "/",
    };
}
