namespace GitOps.Cake.Helmfile.Needs;

/// <summary>Reads what <c>needs</c> refers to: <c>[[context/]namespace/]name</c>.</summary>
internal static class NeedReference
{
    /// <summary>The id that a reference means; what it leaves out is that of the release which needs it.</summary>
    /// <param name="reference">The reference. A context may hold slashes itself.</param>
    /// <param name="owner">The release which needs it.</param>
    public static ReleaseId Read(string reference, ReleaseId owner)
    {
        var nameAt = reference.LastIndexOf('/');
        if (nameAt < 0)
            return owner with { Name = reference };

        var name = reference[(nameAt + 1)..];
        var namespaceAt = reference.LastIndexOf('/', nameAt - 1 < 0 ? 0 : nameAt - 1);
        return nameAt == 0 || namespaceAt < 0
            ? owner with { Name = name, Namespace = reference[..nameAt] }
            : new(name, reference[(namespaceAt + 1)..nameAt], reference[..namespaceAt]);
    }
}
