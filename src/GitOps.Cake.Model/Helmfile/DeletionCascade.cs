namespace GitOps.Cake.Helmfile;

/// <summary>What becomes of the dependents of deleted objects, such as the Pods of a Deployment.</summary>
public enum DeletionCascade
{
    /// <summary>They are deleted afterwards, and nobody waits for them.</summary>
    Background,

    /// <summary>They are deleted first.</summary>
    Foreground,

    /// <summary>They stay.</summary>
    Orphan,
}
