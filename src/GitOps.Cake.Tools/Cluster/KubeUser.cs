using System.Collections.Immutable;

namespace GitOps.Cake.Cluster;

/// <summary>A user of a kubeconfig. Paths are absolute.</summary>
internal sealed record KubeUser
{
    /// <summary>A client certificate as PEM.</summary>
    public string? ClientCertificate { get; init; }

    public string? ClientCertificateFile { get; init; }

    /// <summary>The client certificate's key as PEM.</summary>
    public Secret? ClientKey { get; init; }

    public string? ClientKeyFile { get; init; }

    public Secret? Token { get; init; }

    /// <summary>A file with a token; wins over <see cref="Token"/> and is read again when it changes.</summary>
    public string? TokenFile { get; init; }

    public string? Username { get; init; }

    public Secret? Password { get; init; }

    public string? Impersonate { get; init; }

    public string? ImpersonateUid { get; init; }

    public ImmutableArray<string> ImpersonateGroups { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> ImpersonateExtra { get; init; } = [];

    public KubeExec? Exec { get; init; }

    /// <summary>A provider built into old clients; of these only <c>oidc</c> is left.</summary>
    public string? AuthProvider { get; init; }

    public ImmutableDictionary<string, string> AuthProviderConfig { get; init; } = ImmutableDictionary<string, string>.Empty;
}
