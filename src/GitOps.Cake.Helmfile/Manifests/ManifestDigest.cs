using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// SHA-256 over a manifest as data: comments, order and quoting do not count. Values of Secrets enter as an HMAC under the
/// plan key; without one only their names do.
/// </summary>
internal sealed class ManifestDigest(Secret? planKey)
{
    private readonly byte[]? _key = planKey is null ? null : Encoding.UTF8.GetBytes(planKey.Reveal());

    public bool BindsSecrets => _key is not null;

    /// <summary>The digest of a manifest. Known secrets are bound as the values of Secrets are, wherever they stand.</summary>
    public string Of(Manifest manifest, KnownSecrets? secrets = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(4096);
        foreach (var resource in manifest.Resources.OrderBy(resource => resource.Key))
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer))
            {
                var content = resource.IsSecret ? Bind(resource.Content) : resource.Content;
                ManifestValues.Write(json, secrets is null or { IsEmpty: true } ? content : BindKnown(content, "", secrets));
            }

            buffer.Write("\n"u8);
            hash.AppendData(buffer.WrittenSpan);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private GoMap Bind(GoMap secret)
    {
        var bound = new GoMap(secret.Count);
        foreach (var (name, value) in secret)
            bound[name] = SecretRedaction.IsSecretMember(name) && value is GoMap entries ? BindEntries(entries) : value;

        return bound;
    }

    private GoMap BindEntries(GoMap entries)
    {
        var bound = new GoMap(entries.Count);
        foreach (var (key, value) in entries)
            bound[key] = Bind(key, value);

        return bound;
    }

    private object? BindKnown(object? value, string key, KnownSecrets secrets)
    {
        switch (value)
        {
            case null or bool:
                return value;
            case GoMap map:
                var bound = new GoMap(map.Count);
                foreach (var (name, entry) in map)
                    bound[name] = BindKnown(entry, name, secrets);

                return bound;
            case List<object?> list:
                return list.ConvertAll(item => BindKnown(item, key, secrets));
            default:
                return secrets.AreIn(value as string ?? GoPrinter.Print(value)) ? Bind(key, value) : value;
        }
    }

    private string? Bind(string key, object? value) => _key is null
        ? null
        : Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{key}\0{GoPrinter.Print(value)}")));
}
