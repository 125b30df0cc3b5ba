namespace GitOps.Cake.Helmfile;

/// <summary>What a command that changes a scope does about the others that do.</summary>
public enum LockMode
{
    /// <summary>Waits until the scope is free.</summary>
    Wait,

    /// <summary>Fails where the scope is not free.</summary>
    Fail,

    /// <summary>Takes no lock: whoever runs it sees to it that nobody else does.</summary>
    Off,
}
