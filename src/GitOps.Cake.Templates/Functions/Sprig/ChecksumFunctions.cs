using System.Globalization;
using System.Security.Cryptography;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class ChecksumFunctions
{
    public const string Names = "sha1sum sha256sum sha512sum adler32sum";

    public static TemplateFunction? Find(string name) => name switch
    {
        "sha1sum" => Signature.Of("s", static call => Sha1(call.Text(0))),
        "sha256sum" => Signature.Of("s", static call => Convert.ToHexStringLower(SHA256.HashData(GoBytes.Encode(call.Text(0))))),
        "sha512sum" => Signature.Of("s", static call => Convert.ToHexStringLower(SHA512.HashData(GoBytes.Encode(call.Text(0))))),
        "adler32sum" => Signature.Of("s", static call => Adler32(GoBytes.Encode(call.Text(0))).ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The function is named after this algorithm.")]
    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(GoBytes.Encode(text)));

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint modulus = 65521;
        var (low, high) = (1u, 0u);
        foreach (var unit in bytes)
        {
            low = (low + unit) % modulus;
            high = (high + low) % modulus;
        }

        return high << 16 | low;
    }
}
