namespace GitOps.Cake.Conformance.Answers;

/// <summary>A resource that differs, and how: added, removed, changed or ownership.</summary>
internal sealed record DiffedResource(string Change, string ApiVersion, string Kind, string Namespace, string Name)
{
    public override string ToString() => $"{Change} {Kind} {Namespace}/{Name} ({ApiVersion})";
}
