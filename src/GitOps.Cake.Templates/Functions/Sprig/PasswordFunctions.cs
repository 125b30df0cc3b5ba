using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GitOps.Cake.Templates.Passwords;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class PasswordFunctions
{
    public const string Names = "bcrypt htpasswd derivePassword";

    // Slow on purpose, so each costs as much as a long loop.
    private const int StepsOfHash = 100_000;

    public static TemplateFunction? Find(string name) => name switch
    {
        "bcrypt" => Signature.Of("s", static call => Hash(call, call.Text(0))),
        "htpasswd" => Signature.Of("ss", static call => HtPassword(call)),
        "derivePassword" => Signature.Of("ussss", static call => Derive(call)),
        _ => null,
    };

    private static string Hash(TemplateCall call, string password)
    {
        call.Run.Step(StepsOfHash);
        var bytes = GoBytes.Encode(password);
        return bytes.Length > BCryptText.MostBytes
            ? $"failed to encrypt string with bcrypt: bcrypt: password length exceeds {BCryptText.MostBytes} bytes"
            : BCryptText.Hash(bytes);
    }

    private static string HtPassword(TemplateCall call)
    {
        var user = call.Text(0);
        return user.Contains(':', StringComparison.Ordinal) ? $"invalid username: {user}" : $"{user}:{Hash(call, call.Text(1))}";
    }

    // The algorithm of Master Password: a scrypt key for the user, an HMAC of the site, and a pattern of character classes.
    private static string Derive(TemplateCall call)
    {
        const string application = "com.lyndir.masterpassword";
        var type = call.Text(1);
        if (PasswordPatterns.Find(type) is not { } patterns)
            return $"cannot find password template {type}";

        call.Run.Step(StepsOfHash);
        byte[] salt = [.. Encoding.ASCII.GetBytes(application), .. WithLength(call.Text(3))];
        var key = MasterKeys.Of(GoBytes.Encode(call.Text(2)), salt);
        byte[] message = [.. Encoding.ASCII.GetBytes(application), .. WithLength(call.Text(4)), .. BigEndian((uint)call[0]!)];
        return PasswordPatterns.Fill(patterns, HMACSHA256.HashData(key, message));
    }

    private static byte[] WithLength(string text) => GoBytes.Encode(text) is var bytes ? [.. BigEndian((uint)bytes.Length), .. bytes] : [];

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
