namespace GitOps.Cake.Conformance.Cases;

/// <summary>What counts in the answer to a step.</summary>
internal enum CompareKind
{
    Template,
    List,
    Build,
    Values,
    Diff,
    Apply,
    Sync,
    Destroy,
    Dag,
    Error,
}
