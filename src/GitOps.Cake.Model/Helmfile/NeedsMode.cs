namespace GitOps.Cake.Helmfile;

/// <summary>What is done about needs that are not chosen themselves.</summary>
public enum NeedsMode
{
    /// <summary>They are left alone.</summary>
    Ignore,

    /// <summary>Releases that a chosen one needs are worked on, too.</summary>
    Include,

    /// <summary>So are those that they need in their turn, whatever selectors and conditions say.</summary>
    IncludeTransitive,

    /// <summary>A chosen release that needs one that is not chosen is an error.</summary>
    Require,
}
