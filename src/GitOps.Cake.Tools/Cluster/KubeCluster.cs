namespace GitOps.Cake.Cluster;

/// <summary>A cluster of a kubeconfig. Paths are absolute.</summary>
internal sealed record KubeCluster
{
    public string? Server { get; init; }

    /// <summary>The certificates to trust, as PEM; the system's where null.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>A file of certificates to trust; the data win over it.</summary>
    public string? CertificateAuthorityFile { get; init; }

    public bool SkipTlsVerify { get; init; }

    /// <summary>The name that the server's certificate must have, where it is not that of the address.</summary>
    public string? TlsServerName { get; init; }

    public string? ProxyUrl { get; init; }
}
