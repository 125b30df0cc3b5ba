namespace GitOps.Cake.Conformance.Reporting;

/// <summary>How an answer compares with helmfile's, from the best to the worst.</summary>
internal enum Verdict
{
    /// <summary>The answer is helmfile's.</summary>
    Same,

    /// <summary>The answer is the better one that the case describes.</summary>
    Better,

    /// <summary>The engine says by name that it does not do this.</summary>
    Refused,

    /// <summary>The answer is another one.</summary>
    Different,

    /// <summary>Nobody asked, or could not.</summary>
    NotRun,
}
