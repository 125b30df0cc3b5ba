namespace GitOps.Cake.Cluster;

/// <summary>A request to the API of a cluster, with what an error has to name.</summary>
/// <param name="Verb">As roles name it: <c>get</c>, <c>list</c>, <c>create</c>, <c>patch</c>.</param>
/// <param name="Path">Path and query, from the server's root.</param>
internal sealed record ApiRequest(string Verb, string Path)
{
    /// <summary>The API group; empty for the core group, null where it is not about a resource.</summary>
    public string? Group { get; init; }

    /// <summary>The plural name of the resource.</summary>
    public string? Resource { get; init; }

    /// <summary>The namespace; null or empty for the whole cluster.</summary>
    public string? Namespace { get; init; }

    public string Accept { get; init; } = "application/json";

    /// <summary>What the body is.</summary>
    public string ContentType { get; init; } = "application/apply-patch+yaml";

    /// <summary>The patch, or the object that is created.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The method that the verb goes by.</summary>
    public HttpMethod Method => Verb switch
    {
        "create" => HttpMethod.Post,
        _ => Body is null ? HttpMethod.Get : HttpMethod.Patch,
    };

    /// <summary>The path of a resource's objects, or of one of them.</summary>
    public static string PathOf(string apiVersion, string plural, string? space, string? name = null)
    {
        var root = apiVersion.Contains('/', StringComparison.Ordinal) ? $"/apis/{apiVersion}" : $"/api/{apiVersion}";
        var where = string.IsNullOrEmpty(space) ? root : $"{root}/namespaces/{Uri.EscapeDataString(space)}";
        return name is null ? $"{where}/{plural}" : $"{where}/{plural}/{Uri.EscapeDataString(name)}";
    }

    public override string ToString() => (Resource, Namespace) switch
    {
        (null, _) => $"{Verb} {Path}",
        (_, null or "") => $"{Verb} {Resource}",
        _ => $"{Verb} {Resource} in the namespace {Namespace}",
    };
}
