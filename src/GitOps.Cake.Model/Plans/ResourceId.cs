using System.Text.Json.Serialization;

namespace GitOps.Cake.Plans;

/// <summary>What tells one Kubernetes object from another in a plan.</summary>
/// <param name="ApiVersion">As in <c>apps/v1</c>.</param>
/// <param name="Kind">As in <c>Deployment</c>.</param>
/// <param name="Namespace">The namespace; empty for cluster-wide objects.</param>
/// <param name="Name">The object's name.</param>
public sealed record ResourceId(string ApiVersion, string Kind, string Namespace, string Name)
{
    /// <summary>The API group, empty for the core group.</summary>
    [JsonIgnore]
    public string Group => ApiVersion.LastIndexOf('/') is var slash and > 0 ? ApiVersion[..slash] : "";

    internal bool IsSecret => Kind == "Secret";

    /// <summary><c>Kind namespace/name</c>.</summary>
    public override string ToString() => Namespace.Length > 0 ? $"{Kind} {Namespace}/{Name}" : $"{Kind} {Name}";
}
