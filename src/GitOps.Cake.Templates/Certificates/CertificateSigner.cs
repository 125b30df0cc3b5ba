using GitOps.Cake.Templates.Values;
using Org.BouncyCastle.X509;

namespace GitOps.Cake.Templates.Certificates;

/// <summary>The authority that signs a certificate.</summary>
internal sealed record CertificateSigner(X509Certificate Certificate, PrivateKey Key)
{
    public static CertificateSigner From(GoStruct pair)
    {
        var certificate = CertificatePair.Parse(Field(pair, "Cert"));
        try
        {
            return new(certificate, PrivateKey.FromPem(Field(pair, "Key")));
        }
        catch (FormatException exception)
        {
            throw new TemplateFunctionException($"error parsing private key: {exception.Message}", exception);
        }
    }

    private static string Field(GoStruct pair, string name) => pair.TryGetField(name, out var value) ? value as string ?? "" : "";
}
