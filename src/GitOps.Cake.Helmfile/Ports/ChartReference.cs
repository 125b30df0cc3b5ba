namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A chart in a repository or registry. Equal references are one chart, pulled once.</summary>
public sealed record ChartReference
{
    /// <summary>The chart's name within <see cref="Repository"/>, or a whole <c>oci://</c> reference where that is null.</summary>
    public required string Name { get; init; }

    /// <summary>The declared repository that holds it.</summary>
    public ChartRepository? Repository { get; init; }

    /// <summary>Whether the name ends with a digest, which decides which chart it is.</summary>
    internal bool IsPinned => Name.Contains('@', StringComparison.Ordinal);

    /// <summary>A version or a range; the newest stable one where null.</summary>
    public string? Version { get; init; }

    /// <summary>Whether development versions count.</summary>
    public bool Devel { get; init; }

    /// <summary>Whether the chart's provenance is verified.</summary>
    public bool Verify { get; init; }

    /// <summary>The keyring that it is verified with.</summary>
    public string? Keyring { get; init; }

    /// <summary>Whether a registry is talked to without TLS.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>Whether a server's certificate is not checked.</summary>
    public bool InsecureSkipTlsVerify { get; init; }
}
