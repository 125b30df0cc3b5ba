namespace GitOps.Cake.Helmfile;

/// <summary>Whether a command works with helm.</summary>
internal enum HelmNeed
{
    /// <summary>It does.</summary>
    Required,

    /// <summary>It tells of helm where there is one.</summary>
    IfThere,

    /// <summary>It does not, and none is looked for.</summary>
    None,
}
