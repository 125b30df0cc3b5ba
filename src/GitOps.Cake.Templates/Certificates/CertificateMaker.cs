using System.Security.Cryptography;
using GitOps.Cake.Templates.Evaluation;
using GitOps.Cake.Templates.Values;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Extension;
using BigInteger = Org.BouncyCastle.Math.BigInteger;

namespace GitOps.Cake.Templates.Certificates;

/// <summary>Makes certificates for servers and clients, signed by an authority or by themselves.</summary>
internal static class CertificateMaker
{
    private const int SerialBytes = 16;

    public static GoStruct Make(TemplateRun run, CertificateRequest request, PrivateKey key, CertificateSigner? signer)
    {
        var now = run.Options.Time.GetUtcNow().UtcDateTime;
        var publicKey = PublicKey(key.Key);
        var name = new X509Name($"CN={Escape(request.Name)}");
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(1, RandomNumberGenerator.GetBytes(SerialBytes)));
        generator.SetSubjectDN(name);
        generator.SetIssuerDN(signer?.Certificate.SubjectDN ?? name);
        generator.SetNotBefore(now);
        generator.SetNotAfter(End(now, request.Days));
        generator.SetPublicKey(publicKey);
        AddExtensions(generator, request, publicKey, signer);

        var certificate = generator.Generate(Signature((signer?.Key ?? key).Key));
        return CertificatePair.New(PemText.Write("CERTIFICATE", certificate.GetEncoded()), key.Pem);
    }

    private static void AddExtensions(
        X509V3CertificateGenerator generator, CertificateRequest request, AsymmetricKeyParameter publicKey, CertificateSigner? signer)
    {
        var usage = KeyUsage.KeyEncipherment | KeyUsage.DigitalSignature | (request.IsAuthority ? KeyUsage.KeyCertSign : 0);
        generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(usage));
        generator.AddExtension(X509Extensions.ExtendedKeyUsage, critical: false, new ExtendedKeyUsage(KeyPurposeID.id_kp_serverAuth, KeyPurposeID.id_kp_clientAuth));
        generator.AddExtension(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(request.IsAuthority));
        if (request.IsAuthority)
            generator.AddExtension(X509Extensions.SubjectKeyIdentifier, critical: false, X509ExtensionUtilities.CreateSubjectKeyIdentifier(publicKey));
        if (signer?.Certificate.GetExtensionValue(X509Extensions.SubjectKeyIdentifier) is { } identifier)
        {
            var issuer = SubjectKeyIdentifier.GetInstance(X509ExtensionUtilities.FromExtensionValue(identifier));
            generator.AddExtension(X509Extensions.AuthorityKeyIdentifier, critical: false, new AuthorityKeyIdentifier(issuer.GetKeyIdentifier()));
        }

        var names = new List<GeneralName>();
        names.AddRange(request.HostNames.Select(static host => new GeneralName(GeneralName.DnsName, host)));
        names.AddRange(request.Addresses.Select(static address => new GeneralName(GeneralName.IPAddress, new DerOctetString(address.GetAddressBytes()))));
        if (names.Count > 0)
            generator.AddExtension(X509Extensions.SubjectAlternativeName, critical: false, new GeneralNames([.. names]));
    }

    private static DateTime End(DateTime now, long days)
    {
        var most = (DateTime.MaxValue - now).Days - 1;
        return now.AddDays(Math.Clamp(days, -(now - DateTime.MinValue).Days + 1, most));
    }

    private static Asn1SignatureFactory Signature(AsymmetricKeyParameter key) => key switch
    {
        RsaKeyParameters => new("SHA256WITHRSA", key),
        ECKeyParameters => new("SHA256WITHECDSA", key),
        Ed25519PrivateKeyParameters => new("Ed25519", key),
        _ => throw Unsupported(),
    };

    private static AsymmetricKeyParameter PublicKey(AsymmetricKeyParameter key) => key switch
    {
        RsaPrivateCrtKeyParameters rsa => new RsaKeyParameters(isPrivate: false, rsa.Modulus, rsa.PublicExponent),
        ECPrivateKeyParameters ec => new ECPublicKeyParameters(ec.AlgorithmName, ec.Parameters.G.Multiply(ec.D), ec.Parameters),
        Ed25519PrivateKeyParameters edwards => edwards.GeneratePublicKey(),
        _ => throw Unsupported(),
    };

    private static TemplateFunctionException Unsupported() =>
        new("error creating certificate: x509: only RSA, ECDSA and Ed25519 keys supported") { Hint = "Make the key with genPrivateKey \"rsa\", \"ecdsa\" or \"ed25519\"." };

    // Signs with a meaning in distinguished names.
    private static string Escape(string name) => string.Concat(name.Select(static unit => ",\\#+<>;\"=".Contains(unit, StringComparison.Ordinal) ? $"\\{unit}" : unit.ToString()));
}
