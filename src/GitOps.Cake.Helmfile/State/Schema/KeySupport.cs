namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>What the native engine makes of a key.</summary>
internal enum KeySupport
{
    /// <summary>It is followed.</summary>
    Followed,

    /// <summary>It is read, and asks for nothing that the engine does.</summary>
    Inert,

    /// <summary>It is read and not followed, with a warning that says so.</summary>
    Ignored,

    /// <summary>It is read, and everything that uses it is refused.</summary>
    Refused,

    /// <summary>It is read, and commands that change a cluster are refused; all others have no use for it.</summary>
    RefusedForChanges,
}
