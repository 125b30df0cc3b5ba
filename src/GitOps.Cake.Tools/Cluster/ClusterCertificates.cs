using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GitOps.Cake.Cluster;

/// <summary>The certificates of a connection: whom it trusts, and whom it shows itself as.</summary>
internal static class ClusterCertificates
{
    /// <summary>The certificates to trust as PEM; null for the system's.</summary>
    public static string? Authority(ClusterTarget target) => target.Cluster switch
    {
        { CertificateAuthority: { } pem } => pem,
        { CertificateAuthorityFile: { } file } => Read(target, file),
        _ => null,
    };

    public static SslClientAuthenticationOptions Options(ClusterTarget target, string? certificate, string? key)
    {
        var options = new SslClientAuthenticationOptions();
        if (target.Cluster.SkipTlsVerify)
        {
#pragma warning disable CA5359 // The kubeconfig asks for it by name (insecure-skip-tls-verify), as for kubectl and helm.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (Authority(target) is { } pem)
        {
            options.CertificateChainPolicy = Trust(target, pem);
        }

        if (certificate is not null && key is not null)
            options.ClientCertificateContext = Identity(target, certificate, key);

        return options;
    }

    public static string Read(ClusterTarget target, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitOpsException($"""
                The context {target.Name} needs the file {file}, which cannot be read: {exception.Message}
                Correct the path in the kubeconfig, or fetch the kubeconfig anew.
                """, exception);
        }
    }

    private static X509ChainPolicy Trust(ClusterTarget target, string pem)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPem(pem);
        }
        catch (CryptographicException exception)
        {
            throw Unusable(target, "the certificate authority", exception);
        }

        return policy;
    }

    private static SslStreamCertificateContext Identity(ClusterTarget target, string certificate, string key)
    {
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificate);
#pragma warning disable CA2000 // The connection holds the certificate for as long as it lives.
            var own = X509Certificate2.CreateFromPem(certificate, key);
#pragma warning restore CA2000
            return SslStreamCertificateContext.Create(OperatingSystem.IsWindows() ? Persisted(own) : own, chain, offline: true);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw Unusable(target, "the client certificate and its key", exception);
        }
    }

    /// <summary>Windows cannot use a key that only lives in memory for a handshake.</summary>
    private static X509Certificate2 Persisted(X509Certificate2 certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }

    private static GitOpsException Unusable(ClusterTarget target, string what, Exception cause) => new($"""
        The context {target.Name} has {what} in a form that cannot be used: {cause.Message}
        Fetch the kubeconfig anew.
        """, cause);
}
