using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace GitOps.Cake.Templates.Certificates;

/// <summary>A private key and its PEM text. Keys are made by .NET; Ed25519, which it lacks, and everything about certificates by Bouncy Castle.</summary>
internal sealed class PrivateKey
{
    private const string KindSuffix = " PRIVATE KEY";

    private PrivateKey(string kind, byte[] der, AsymmetricKeyParameter key)
    {
        Pem = PemText.Write((kind + KindSuffix).TrimStart(), der);
        Key = key;
    }

    public string Pem { get; }

    public AsymmetricKeyParameter Key { get; }

    public static PrivateKey NewRsa(int bits)
    {
        using var rsa = RSA.Create(bits);
        return FromDer("RSA", rsa.ExportRSAPrivateKey());
    }

    public static PrivateKey NewEcdsa()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return FromDer("EC", ecdsa.ExportECPrivateKey());
    }

    public static PrivateKey NewEd25519()
    {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        return new("", PrivateKeyInfoFactory.CreatePrivateKeyInfo(key).GetDerEncoded(), key);
    }

    public static PrivateKey NewDsa() => DsaKey.New();

    /// <exception cref="FormatException">The text holds no private key.</exception>
    public static PrivateKey FromPem(string text)
    {
        if (PemText.Read(text) is not var (label, der))
            throw new FormatException("no PEM data in input");
        if (label == "PRIVATE KEY")
            return FromPkcs8(der);
        if (!label.EndsWith(KindSuffix, StringComparison.Ordinal))
            throw new FormatException($"no private key data in PEM block of type {label}");

        var kind = label[..^KindSuffix.Length];
        if (kind is not ("RSA" or "EC" or "DSA"))
            throw new FormatException($"invalid private key type {kind}");
        try
        {
            return FromDer(kind, der);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidCastException or InvalidOperationException or GeneralSecurityException)
        {
            throw new FormatException($"parsing {kind} private key from PEM: {exception.Message}", exception);
        }
    }

    internal static PrivateKey FromDer(string kind, byte[] der) => new(kind, der, Parse(kind, der));

    private static AsymmetricKeyParameter Parse(string kind, byte[] der)
    {
        switch (kind)
        {
            case "RSA":
                return PrivateKeyFactory.CreateKey(new PrivateKeyInfo(new AlgorithmIdentifier(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance), Asn1Object.FromByteArray(der)));
            case "EC":
                var structure = ECPrivateKeyStructure.GetInstance(der);
                return PrivateKeyFactory.CreateKey(new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.IdECPublicKey, structure.Parameters), structure));
            default:
                return DsaKey.Parse(der);
        }
    }

    // It is written again in the form of its kind, as Go does.
    private static PrivateKey FromPkcs8(byte[] der)
    {
        try
        {
            var info = PrivateKeyInfo.GetInstance(der);
            var key = PrivateKeyFactory.CreateKey(info);
            return key switch
            {
                RsaKeyParameters => FromDer("RSA", info.ParsePrivateKey().GetDerEncoded()),
                ECPrivateKeyParameters => FromDer("EC", WithCurve(info)),
                _ => new("", der, key),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidCastException or InvalidOperationException or GeneralSecurityException)
        {
            throw new FormatException($"decoding PEM as PKCS#8: {exception.Message}", exception);
        }
    }

    private static byte[] WithCurve(PrivateKeyInfo info)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(info.GetDerEncoded(), out _);
        return ecdsa.ExportECPrivateKey();
    }
}
