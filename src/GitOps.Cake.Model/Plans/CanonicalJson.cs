using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using GitOps.Cake.Json;

namespace GitOps.Cake.Plans;

/// <summary>
/// One spelling for equal JSON, to compute digests of: no white space, members sorted by name, one form per number and string.
/// </summary>
/// <remarks>
/// The form is RFC 8785 (JSON Canonicalization Scheme) with one difference: a number of more digits than a double holds
/// keeps all of them, so that two 64-bit integers that differ never get one digest. Members are sorted by their UTF-16 code units,
/// <c>1.0</c>, <c>1</c> and <c>10e-1</c> are one number, and so are <c>-0</c> and <c>0</c>.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Writes the canonical form as UTF-8.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public static void Write(JsonElement value, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        CanonicalValue.Write(value, output);
    }

    /// <summary>Appends the canonical form to a hash without holding it in memory.</summary>
    /// <param name="hash">The hash, an HMAC too.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="hash"/> is null.</exception>
    public static void AppendTo(IncrementalHash hash, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(hash);
        using var output = new HashBufferWriter(hash);
        CanonicalValue.Write(value, output);
    }

    /// <summary>Computes the SHA-256 of the canonical form.</summary>
    /// <param name="value">The value.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Hash(JsonElement value)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendTo(hash, value);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Computes the SHA-256 of the canonical form of an array with these values, which are asked for one at a time.</summary>
    /// <param name="values">The values, such as the resources of a manifest. Their order counts.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static string HashAll(IEnumerable<JsonElement> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var output = new HashBufferWriter(hash))
        {
            CanonicalValue.WriteArray(values, output);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
