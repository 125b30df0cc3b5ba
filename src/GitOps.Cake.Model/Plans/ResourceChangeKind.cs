namespace GitOps.Cake.Plans;

/// <summary>In which way a resource differs.</summary>
public enum ResourceChangeKind
{
    /// <summary>It is only in the wanted manifest.</summary>
    Added,

    /// <summary>It is only in the deployed manifest.</summary>
    Removed,

    /// <summary>Some of its fields differ.</summary>
    Changed,

    /// <summary>Its text differs (a comment, quotes, an order), its fields do not. Helm would make a revision all the same.</summary>
    TextOnly,

    /// <summary>It exists already and belongs to somebody else; the release takes it over.</summary>
    Ownership,
}
