namespace GitOps.Cake.Helmfile;

/// <summary>Who merges objects, with helm 4: the server, or helm as ever.</summary>
public enum ServerSideApply
{
    /// <summary>As the last revision was applied; by the server for a new release.</summary>
    Auto,

    /// <summary>The server merges.</summary>
    Enabled,

    /// <summary>Helm merges.</summary>
    Disabled,
}
