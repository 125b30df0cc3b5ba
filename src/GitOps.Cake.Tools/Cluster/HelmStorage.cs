namespace GitOps.Cake.Cluster;

/// <summary>Where helm keeps its release records.</summary>
/// <param name="Resource">The plural name of the objects that hold them.</param>
/// <param name="Layers">How often a record is wrapped in base64.</param>
internal sealed record HelmStorage(string Resource, int Layers)
{
    /// <summary>The storage that <c>HELM_DRIVER</c> names, as helm reads it.</summary>
    /// <exception cref="GitOpsException">It is none that lies in the cluster.</exception>
    public static HelmStorage Of(string? driver) => driver switch
    {
        null or "" or "secret" or "secrets" => new("secrets", 2),
        "configmap" or "configmaps" => new("configmaps", 1),
        _ => throw new GitOpsException($"""
            HELM_DRIVER is {driver}; the native engine reads release records from secrets and configmaps only.
            Unset HELM_DRIVER or set it to secret or configmap, or choose the CLI engine (--engine=cli).
            """),
    };
}
