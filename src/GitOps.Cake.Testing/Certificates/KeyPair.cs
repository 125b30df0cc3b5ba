using System.Security.Cryptography.X509Certificates;

namespace GitOps.Cake.Testing.Certificates;

/// <summary>A certificate and its private key, as PEM text.</summary>
internal sealed record KeyPair(string Certificate, string Key)
{
    public X509Certificate2 ToCertificate() => X509Certificate2.CreateFromPem(Certificate, Key);
}
