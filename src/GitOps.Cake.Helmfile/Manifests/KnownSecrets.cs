using System.Collections.Immutable;
using System.Text;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Values that are secret wherever they turn up: decrypted ones, and those that references led to. A ConfigMap, an
/// environment variable or an annotation that holds one shows as little of it as a Secret does.
/// </summary>
internal sealed class KnownSecrets
{
    // A shorter value would take words out of every text, and keeps nothing secret anyway.
    private const int Shortest = 4;

    private readonly ImmutableArray<string> _forms;

    public KnownSecrets(IEnumerable<Secret> secrets) =>
        _forms =
        [
            .. secrets.Select(secret => secret.Reveal())
                .Where(value => value.Length >= Shortest && !bool.TryParse(value, out _))
                .SelectMany(Forms)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(form => form.Length),
        ];

    public static KnownSecrets None { get; } = new([]);

    public bool AreIn(string text) => _forms.Any(form => text.Contains(form, StringComparison.Ordinal));

    public string Redact(string text) => _forms.Aggregate(text, (rest, form) => rest.Replace(form, Secret.Mask, StringComparison.Ordinal));

    private static IEnumerable<string> Forms(string value) =>
        [value, Convert.ToBase64String(Encoding.UTF8.GetBytes(value)), .. value.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= 2 * Shortest)];
}
