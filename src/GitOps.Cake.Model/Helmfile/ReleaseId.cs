namespace GitOps.Cake.Helmfile;

/// <summary>What tells one release from another: its name, its namespace, and the context of its cluster.</summary>
/// <param name="Name">The release's name.</param>
/// <param name="Namespace">The namespace; empty where the state file names none, so that helm uses the context's.</param>
/// <param name="KubeContext">The context, where the state file names one.</param>
public sealed record ReleaseId(string Name, string Namespace = "", string? KubeContext = null)
{
    /// <summary><c>context/namespace/name</c>, without the parts that are not set.</summary>
    public override string ToString() => this switch
    {
        { KubeContext: { Length: > 0 } context } => $"{context}/{Namespace}/{Name}",
        { Namespace.Length: > 0 } => $"{Namespace}/{Name}",
        _ => Name,
    };
}
