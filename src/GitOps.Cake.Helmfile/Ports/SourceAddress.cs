using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>The address of something that is fetched, in the forms of helmfile: <c>git::https://host/repository.git@path?ref=v1</c>, <c>https://host/file.yaml</c>, <c>http::https://host/files.tgz@path</c>.</summary>
public sealed record SourceAddress
{
    private static readonly string[] SecretWords = ["token", "password", "secret", "key", "signature"];

    /// <summary>What fetches it, as in <c>git</c>; empty for a single file of a web server.</summary>
    public required string Getter { get; init; }

    /// <summary>The scheme of the address behind the getter.</summary>
    public required string Scheme { get; init; }

    /// <summary>The user, and a password behind a colon; empty where there is none.</summary>
    public required Secret User { get; init; }

    /// <summary>The server, with its port.</summary>
    public required string Host { get; init; }

    /// <summary>The path of the repository or archive; that of the file where there is no getter. It starts with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>The path within the repository or archive, which may be a pattern; empty for the whole of it.</summary>
    public required string File { get; init; }

    /// <summary>What stands behind the question mark, without <c>cache</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Whether what was fetched once is taken again, in later runs too.</summary>
    /// <value>True, unless the address says <c>cache=false</c>.</value>
    public bool IsCached { get; init; } = true;

    /// <summary>Whether the text of a path names something on this machine.</summary>
    public static bool IsRemote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !System.IO.Path.IsPathRooted(text) && (text.Contains("://", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal));
    }

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    public static SourceAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var forced = text.IndexOf("::", StringComparison.Ordinal);
        var getter = forced < 0 ? "" : text[..forced];
        var rest = forced < 0 ? text : text[(forced + 2)..];
        if (rest.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var scheme))
            throw new FormatException($"the address has no scheme: write it as {(getter.Length > 0 ? getter : "git")}::https://host/path or {(getter.Length > 0 ? getter : "git")}::ssh://user@host/path");

        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var place = question < 0 ? rest[(scheme + 3)..] : rest[(scheme + 3)..question];
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (place, "") : (place[..slash], Uri.UnescapeDataString(place[slash..]));
        var user = authority.LastIndexOf('@');
        var parts = path.Split('@');
        var query = question < 0 ? [] : ReadQuery(rest[(question + 1)..]);
        return new()
        {
            Getter = getter,
            Scheme = rest[..scheme].ToLowerInvariant(),
            User = new(user < 0 ? "" : authority[..user]),
            Host = authority[(user + 1)..],
            Path = getter.Length > 0 ? parts[0] : path,
            File = getter.Length > 0 && parts.Length > 1 ? string.Join('@', parts[1..]).Trim('/') : "",
            Query = [.. query.Where(entry => entry.Key != "cache")],
            IsCached = !query.Any(entry => entry is { Key: "cache", Value: "false" }),
        };
    }

    /// <summary>A value behind the question mark; null where it is not there.</summary>
    public string? this[string name] => Query.FirstOrDefault(entry => entry.Key == name).Value;

    /// <summary>The query in the order of its names, encoded; of what may be secret only a part of its hash.</summary>
    public string SafeQuery() => string.Join('&', Query
        .Select(entry => (entry.Key, Value: IsSecret(entry.Key) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Value)))[..8] : entry.Value))
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => $"{Uri.EscapeDataString(entry.Key)}={Uri.EscapeDataString(entry.Value)}"));

    /// <summary>The address as a person may see it, without user and secrets.</summary>
    public override string ToString()
    {
        var file = File.Length > 0 ? $"@{File}" : "";
        var query = Query.IsEmpty ? "" : $"?{string.Join('&', Query.Select(entry => $"{entry.Key}={(IsSecret(entry.Key) ? Secret.Mask : entry.Value)}"))}";
        return $"{(Getter.Length > 0 ? $"{Getter}::" : "")}{Scheme}://{Host}{Path}{file}{query}";
    }

    private static bool IsSecret(string name) => SecretWords
        .Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static List<KeyValuePair<string, string>> ReadQuery(string query) =>
    [
        .. query.Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
            .Select(entry => KeyValuePair.Create(Decode(entry[0]), entry.Length > 1 ? Decode(entry[1]) : "")),
    ];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
