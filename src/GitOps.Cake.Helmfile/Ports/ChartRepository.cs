namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A chart repository or OCI registry that a state file declares.</summary>
public sealed record ChartRepository
{
    /// <summary>The name that charts are referred to with.</summary>
    public required string Name { get; init; }

    /// <summary>The address; without scheme for a registry.</summary>
    public required string Url { get; init; }

    /// <summary>Whether it is an OCI registry.</summary>
    public bool Oci { get; init; }

    /// <summary>The user to log in as.</summary>
    public string? Username { get; init; }

    /// <summary>The user's password.</summary>
    public Secret? Password { get; init; }

    /// <summary>A file of certificates to trust.</summary>
    public string? CaFile { get; init; }

    /// <summary>A client certificate.</summary>
    public string? CertFile { get; init; }

    /// <summary>The client certificate's key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>A file of logins for registries, in the place of the user's own.</summary>
    public string? RegistryConfig { get; init; }

    /// <summary>Whether the credentials go to other hosts that the repository's index names.</summary>
    public bool PassCredentials { get; init; }

    /// <summary>Whether the server's certificate is not checked.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>Whether a registry is talked to without TLS.</summary>
    public bool PlainHttp { get; init; }
}
