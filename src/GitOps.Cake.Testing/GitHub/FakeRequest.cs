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
}
