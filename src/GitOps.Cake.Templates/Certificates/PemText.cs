using System.Security.Cryptography;

namespace GitOps.Cake.Templates.Certificates;

internal static class PemText
{
    public static string Write(string label, ReadOnlySpan<byte> der) => new string(PemEncoding.Write(label, der)) + "\n";

    /// <summary>The first block of a text; null when there is none.</summary>
    public static (string Label, byte[] Der)? Read(string text) =>
        PemEncoding.TryFind(text, out var fields) ? (text[fields.Label], Convert.FromBase64String(text[fields.Base64Data])) : null;
}
