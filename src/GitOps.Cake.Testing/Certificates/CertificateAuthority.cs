using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GitOps.Cake.Testing.Certificates;

/// <summary>Signs the certificates of one control plane. Keys are ECDSA P-256: made in a millisecond, read by every version.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private static readonly Oid ServerUsage = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientUsage = new("1.3.6.1.5.5.7.3.2");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public CertificateAuthority(string commonName, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var request = Request(commonName, organization: null, _key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = request.CreateSelfSigned(notBefore, notAfter);
    }

    public KeyPair Pair => new(_certificate.ExportCertificatePem(), _key.ExportECPrivateKeyPem());

    /// <summary>A certificate that proves who a client is: the common name is the user, the organization its group.</summary>
    public KeyPair IssueClient(string user, string? group = null) => Issue(user, group, [ClientUsage], names: null);

    /// <summary>A certificate of a server on loopback; it may also be shown as a client's.</summary>
    public KeyPair IssueServer(string commonName, params ReadOnlySpan<string> names)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
                alternatives.AddIpAddress(address);
            else
                alternatives.AddDnsName(name);
        }

        return Issue(commonName, null, [ServerUsage, ClientUsage], alternatives.Build());
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private KeyPair Issue(string commonName, string? organization, OidCollection usages, X509Extension? names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(commonName, organization, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(usages, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        if (names is not null)
            request.CertificateExtensions.Add(names);

        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F; // a serial number is positive
        using var certificate = request.Create(_certificate, _certificate.NotBefore, _certificate.NotAfter, serial);
        return new(certificate.ExportCertificatePem(), key.ExportECPrivateKeyPem());
    }

    private static CertificateRequest Request(string commonName, string? organization, ECDsa key)
    {
        var subject = new X500DistinguishedNameBuilder();
        if (organization is not null)
            subject.AddOrganizationName(organization);
        subject.AddCommonName(commonName);
        return new(subject.Build(), key, HashAlgorithmName.SHA256);
    }
}
