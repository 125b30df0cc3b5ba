using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GitOps.Cake.GitHub.Authentication;

/// <summary>The private key of a GitHub App, which signs what the App says about itself.</summary>
internal sealed class AppKey : IDisposable
{
    private const string Start = "-----BEGIN ";

    /// <summary>How long a statement counts. GitHub takes ten minutes at most, by its own clock.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(9);

    /// <summary>The statement is dated back by this, so that a clock that is ahead does no harm.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    private readonly RSA _key;

    private AppKey(RSA key) => _key = key;

    /// <summary>Reads a key.</summary>
    /// <param name="given">The PEM text (PKCS#1 or PKCS#8), the same in base64, or the path of its file.</param>
    /// <param name="source">What messages call it, such as the variable it came from.</param>
    /// <exception cref="InvalidSettingsException">It is no key.</exception>
    public static AppKey Read(Secret given, string source)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(Text(given.Reveal().Trim(), source));
            return new(rsa);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            rsa.Dispose();
            throw new InvalidSettingsException(
                $"{source} holds no private key of a GitHub App that can be read. It takes the PEM file that GitHub made (RSA, not encrypted), as text or as a path.");
        }
    }

    /// <summary>The App's statement of who it is, signed.</summary>
    /// <param name="issuer">The App's client id or id.</param>
    /// <param name="now">The time.</param>
    public Secret Sign(string issuer, DateTimeOffset now)
    {
        var statement = $"{Part("""{"alg":"RS256","typ":"JWT"}""")}.{Part($$"""
            {"iat":{{(now - Tolerance).ToUnixTimeSeconds()}},"exp":{{(now + Lifetime).ToUnixTimeSeconds()}},"iss":"{{JsonEncodedText.Encode(issuer)}}"}
            """)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(statement), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new($"{statement}.{Base64Url.EncodeToString(signature)}");
    }

    public void Dispose() => _key.Dispose();

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static string Text(string given, string source)
    {
        // Variables of CI systems hold no line breaks, so people write them as \n or encode the whole.
        if (given.StartsWith(Start, StringComparison.Ordinal))
            return given.Replace(@"\n", "\n", StringComparison.Ordinal);

        if (given.Length < 4096 && File.Exists(given))
            return File.ReadAllText(given);

        var decoded = new byte[given.Length];
        return Convert.TryFromBase64String(given, decoded, out var length) && Encoding.UTF8.GetString(decoded, 0, length) is var text
            && text.StartsWith(Start, StringComparison.Ordinal)
            ? text
            : throw new InvalidSettingsException($"{source} is neither a private key in PEM form nor the path of a file that exists.");
    }
}
