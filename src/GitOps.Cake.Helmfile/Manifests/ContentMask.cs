using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Hides known secrets in what an object says. Where one side of a comparison holds a secret, the value that the other side has
/// in the same place is hidden as well: it is the secret of before, or the one to come.
/// </summary>
internal sealed class ContentMask(KnownSecrets secrets, string side)
{
    public GoMap Hide(GoMap content, GoMap? other) => (GoMap)Hide((object?)content, other)!;

    public bool HasSecrets(object? value) => value switch
    {
        null or bool => false,
        GoMap map => map.Any(entry => secrets.AreIn(entry.Key) || HasSecrets(entry.Value)),
        List<object?> list => list.Exists(HasSecrets),
        _ => secrets.AreIn(Text(value)),
    };

    private object? Hide(object? value, object? other)
    {
        switch (value)
        {
            case GoMap map:
                var others = other as GoMap;
                var shown = new GoMap(map.Count);
                foreach (var (key, entry) in map)
                    shown[secrets.Redact(key)] = Hide(entry, others is not null && others.TryGetValue(key, out var found) ? found : null);

                return shown;
            case List<object?> list:
                var items = other as List<object?>;
                return list.Select((item, index) => Hide(item, index < items?.Count ? items[index] : null)).ToList<object?>();
            case null or bool:
                return value;
            default:
                return HideScalar(value, other);
        }
    }

    private object? HideScalar(object value, object? other)
    {
        var text = Text(value);
        if (other is null)
            return secrets.AreIn(text) ? secrets.Redact(text) : value;

        if (!secrets.AreIn(text) && !HasSecrets(other))
            return value;

        // Both texts may come to the same once the secrets are out of them: that they differ must still show.
        var differs = !ManifestValues.AreEqual(value, other);
        return differs ? $"{Secret.Mask} ({Encoding.UTF8.GetByteCount(text)} bytes, {side})" : secrets.Redact(text);
    }

    private static string Text(object value) => value as string ?? GoPrinter.Print(value);
}
