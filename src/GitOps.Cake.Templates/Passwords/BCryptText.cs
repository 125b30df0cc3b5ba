using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;

namespace GitOps.Cake.Templates.Passwords;

/// <summary>The text form of bcrypt hashes that htpasswd files hold.</summary>
internal static class BCryptText
{
    public const int MostBytes = 72;

    private const int Cost = 10;
    private const int SaltLength = 16;
    private const int HashLength = 23;
    private const string Alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Hash(byte[] password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = BCrypt.Generate(password, salt, Cost, addTerminator: true);
        return $"$2a${Cost}${Encode(salt)}{Encode(hash.AsSpan(0, HashLength))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var output = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var unit in bytes)
        {
            buffer = (buffer << 8 | unit) & 0xFFFF;
            for (bits += 8; bits >= 6; bits -= 6)
                output.Append(Alphabet[buffer >> (bits - 6) & 63]);
        }

        if (bits > 0)
            output.Append(Alphabet[buffer << (6 - bits) & 63]);
        return output.ToString();
    }
}
