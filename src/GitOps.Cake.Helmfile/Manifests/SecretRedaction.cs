using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Takes the values out of Secrets before anything is compared for show: only sizes and differences stay.</summary>
internal static class SecretRedaction
{
    /// <summary>The members of a Secret whose entries are secret.</summary>
    public static bool IsSecretMember(string name) => name is "data" or "stringData";

    /// <summary>
    /// Rewrites a Secret for people: each value becomes its size, and a value that differs from the other side's
    /// says so even where the sizes are equal.
    /// </summary>
    public static GoMap Redact(GoMap secret, GoMap? other, string side)
    {
        var shown = new GoMap(secret.Count);
        foreach (var (name, value) in secret)
            shown[name] = !IsSecretMember(name) ? value : value is GoMap entries ? Redact(entries, other, name, side) : Secret.Mask;

        return shown;
    }

    /// <summary>The size of a secret value in bytes; what is base64 in <c>data</c> counts decoded.</summary>
    public static int Size(string member, object? value)
    {
        if (value is not string text)
            return value is null ? 0 : Encoding.UTF8.GetByteCount(GoPrinter.Print(value));

        var decoded = new byte[text.Length];
        return member == "data" && Convert.TryFromBase64String(text, decoded, out var size) ? size : Encoding.UTF8.GetByteCount(text);
    }

    private static GoMap Redact(GoMap entries, GoMap? other, string member, string side)
    {
        var others = other is not null && other.TryGetValue(member, out var found) ? found as GoMap : null;
        var shown = new GoMap(entries.Count);
        foreach (var (key, value) in entries)
        {
            var differs = others is not null && others.TryGetValue(key, out var otherValue) && !ManifestValues.AreEqual(value, otherValue);
            shown[key] = $"{Secret.Mask} ({Size(member, value)} bytes{(differs ? $", {side}" : "")})";
        }

        return shown;
    }
}
