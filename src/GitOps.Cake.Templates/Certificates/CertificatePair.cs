using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;

namespace GitOps.Cake.Templates.Certificates;

/// <summary>A certificate and its private key, both as PEM: what templates see of a certificate.</summary>
internal static class CertificatePair
{
    public const string TypeName = "sprig.certificate";

    public static GoStruct New(string certificate, string key) => new(TypeName, [new("Cert", certificate), new("Key", key)]);

    public static GoStruct FromBase64(string certificate, string key)
    {
        if (!GoBase64.TryDecode(certificate, out var certificateBytes, out _))
            throw new TemplateFunctionException("unable to decode base64 certificate");
        if (!GoBase64.TryDecode(key, out var keyBytes, out _))
            throw new TemplateFunctionException("unable to decode base64 private key");

        var (certificateText, keyText) = (GoBytes.Decode(certificateBytes), GoBytes.Decode(keyBytes));
        _ = Parse(certificateText);
        try
        {
            _ = PrivateKey.FromPem(keyText);
        }
        catch (FormatException exception)
        {
            throw new TemplateFunctionException($"error parsing private key: {exception.Message}", exception);
        }

        return New(certificateText, keyText);
    }

    public static X509Certificate Parse(string pem)
    {
        if (PemText.Read(pem) is not var (_, der))
            throw new TemplateFunctionException("unable to decode certificate");
        try
        {
            return new X509CertificateParser().ReadCertificate(der)
                ?? throw new TemplateFunctionException("error parsing certificate: decodedCert.Bytes: the block holds no certificate");
        }
        catch (Exception exception) when (exception is CertificateException or ArgumentException or IOException or InvalidCastException)
        {
            throw new TemplateFunctionException($"error parsing certificate: decodedCert.Bytes: {exception.Message}", exception);
        }
    }
}
