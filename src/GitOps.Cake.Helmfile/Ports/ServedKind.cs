namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A kind that a cluster serves.</summary>
/// <param name="ApiVersion">As in <c>apps/v1</c>.</param>
/// <param name="Kind">As in <c>Deployment</c>.</param>
/// <param name="Plural">The name in URLs, as in <c>deployments</c>.</param>
/// <param name="Namespaced">Whether its objects live in namespaces.</param>
public sealed record ServedKind(string ApiVersion, string Kind, string Plural, bool Namespaced);
