using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using BigInteger = Org.BouncyCastle.Math.BigInteger;

namespace GitOps.Cake.Templates.Certificates;

/// <summary>DSA keys in OpenSSL's old form: version, p, q, g, public and private number.</summary>
internal static class DsaKey
{
    private const int Bits = 2048;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5384", Justification = "The template asks for this algorithm by name.")]
    public static PrivateKey New()
    {
        using var dsa = DSA.Create(Bits);
        var numbers = dsa.ExportParameters(includePrivateParameters: true);
        var sequence = new DerSequence(
            DerInteger.Zero, Integer(numbers.P!), Integer(numbers.Q!), Integer(numbers.G!), Integer(numbers.Y!), Integer(numbers.X!));
        return PrivateKey.FromDer("DSA", sequence.GetDerEncoded());
    }

    public static AsymmetricKeyParameter Parse(byte[] der)
    {
        var numbers = Asn1Sequence.GetInstance(der);
        return new DsaPrivateKeyParameters(At(numbers, 5), new DsaParameters(At(numbers, 1), At(numbers, 2), At(numbers, 3)));
    }

    private static DerInteger Integer(byte[] number) => new(new BigInteger(1, number));

    private static BigInteger At(Asn1Sequence numbers, int index) => DerInteger.GetInstance(numbers[index]).Value;
}
