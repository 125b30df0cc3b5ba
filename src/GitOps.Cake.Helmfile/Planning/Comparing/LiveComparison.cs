namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>Whether the objects in the cluster are compared, and not the last revision's manifest alone.</summary>
internal enum LiveComparison
{
    None,

    /// <summary>As helm-diff's three-way merge: what an upgrade would change about the live objects.</summary>
    ThreeWay,

    /// <summary>What differs from the last revision, and besides whatever was changed, deleted or added in the cluster.</summary>
    Drift,
}
