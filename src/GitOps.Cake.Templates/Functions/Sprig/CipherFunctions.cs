using System.Security.Cryptography;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>AES-256 in CBC mode. The password is the key, cut or filled with zeros; the initialisation vector stands in front.</summary>
internal static class CipherFunctions
{
    public const string Names = "encryptAES decryptAES";

    private const int KeyLength = 32;
    private const int BlockLength = 16;

    public static TemplateFunction? Find(string name) => name switch
    {
        "encryptAES" => Signature.Of("ss", static call => Encrypt(call, call.Text(0), call.Text(1))),
        "decryptAES" => Signature.Of("ss", static call => Decrypt(call, call.Text(0), call.Text(1))),
        _ => null,
    };

    private static string Encrypt(TemplateCall call, string password, string text)
    {
        if (text.Length == 0)
            return "";

        call.Run.Reserve(text.Length * 2L);
        var vector = RandomNumberGenerator.GetBytes(BlockLength);
        using var aes = Cipher(password);
        return Convert.ToBase64String([.. vector, .. aes.EncryptCbc(GoBytes.Encode(text), vector)]);
    }

    private static string Decrypt(TemplateCall call, string password, string text)
    {
        if (text.Length == 0)
            return "";
        if (!GoBase64.TryDecode(text, out var bytes, out var problem))
            throw new TemplateFunctionException(problem);
        if (bytes.Length <= BlockLength || bytes.Length % BlockLength != 0)
            throw new TemplateFunctionException("crypto/cipher: input not full blocks") { Hint = "The text was not made by encryptAES, or is cut." };

        call.Run.Reserve(bytes.Length);
        using var aes = Cipher(password);
        var plain = aes.DecryptCbc(bytes.AsSpan(BlockLength), bytes.AsSpan(0, BlockLength), PaddingMode.None);
        var length = plain.Length - plain[^1];
        return length >= 0
            ? GoBytes.Decode(plain.AsSpan(0, length))
            : throw new TemplateFunctionException($"runtime error: slice bounds out of range [:{length}]") { Hint = "Is it the right password?" };
    }

    private static Aes Cipher(string password)
    {
        var key = new byte[KeyLength];
        var bytes = GoBytes.Encode(password);
        bytes.AsSpan(0, Math.Min(bytes.Length, KeyLength)).CopyTo(key);
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
