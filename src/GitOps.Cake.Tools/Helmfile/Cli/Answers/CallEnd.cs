namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>How a call of helmfile ended.</summary>
internal enum CallEnd
{
    /// <summary>It did what was asked.</summary>
    Ok,

    /// <summary>It compared or changed nothing that differs.</summary>
    Unchanged,

    /// <summary>It found changes, or changed something.</summary>
    Changed,

    Failed,

    /// <summary>No release was selected, whether that is allowed or not.</summary>
    NoMatch,

    /// <summary>No release was selected, because no state file knows the environment.</summary>
    UnknownEnvironment,

    /// <summary>A flag or command that this helmfile does not know, or flags that exclude each other.</summary>
    Usage,

    Interrupted,

    /// <summary>It panicked or was killed. Its exit code may be 2, which otherwise means changes.</summary>
    Crashed,
}
