namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>What pairs an object of one manifest with one of another; ordered as plans list them.</summary>
internal readonly record struct ResourceKey(string Namespace, string Name, string Kind, string Group) : IComparable<ResourceKey>
{
    public int CompareTo(ResourceKey other) =>
        Compare(Namespace, other.Namespace) is not 0 and var byNamespace ? byNamespace
        : Compare(Name, other.Name) is not 0 and var byName ? byName
        : Compare(Kind, other.Kind) is not 0 and var byKind ? byKind
        : Compare(Group, other.Group);

    private static int Compare(string left, string right) => string.CompareOrdinal(left, right);
}
