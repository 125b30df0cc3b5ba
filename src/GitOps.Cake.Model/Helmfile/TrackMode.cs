namespace GitOps.Cake.Helmfile;

/// <summary>How the rollout of a release is waited for.</summary>
public enum TrackMode
{
    /// <summary>By helm.</summary>
    Helm,

    /// <summary>By helm as version 3 did it, with helm 4.</summary>
    HelmLegacy,

    /// <summary>By helmfile's own tracker, which shows logs and events.</summary>
    Kubedog,
}
