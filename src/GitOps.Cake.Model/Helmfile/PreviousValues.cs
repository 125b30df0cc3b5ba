namespace GitOps.Cake.Helmfile;

/// <summary>What becomes of the values of a release's last revision.</summary>
public enum PreviousValues
{
    /// <summary>What the state file says; it replaces them by default.</summary>
    AsDeclared,

    /// <summary>They are kept below the new ones.</summary>
    Reuse,

    /// <summary>The new ones replace them, whatever the state file says.</summary>
    Reset,
}
