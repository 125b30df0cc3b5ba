using System.Text.RegularExpressions;

namespace Build.Tools;

/// <summary>
/// Which of a Debian machine's own package archives hold the last Kubernetes server that Debian had (release bookworm), and how apt is
/// told to read their source packages as well.
/// </summary>
internal static partial class DebianSources
{
    private const string Release = "bookworm";

    /// <summary>
    /// What to ask of apt: it knows both forms of its configuration. <c>indextargets</c> would be the plainer question, but it names only
    /// archives whose lists were fetched before, and on a fresh machine none were.
    /// </summary>
    public static IReadOnlyList<string> Question { get; } = ["update", "--print-uris"];

    /// <summary>
    /// The lines of a <c>sources.list</c>, from apt's answer; none if no archive of Debian is in it. <paramref name="codename"/> is the
    /// machine's own release (archives of a later one hold bookworm as well), <paramref name="keyring"/> the file of the keys that Debian
    /// signs with, or null for those that apt trusts anyway.
    /// </summary>
    public static IReadOnlyList<string> Read(string answer, string codename, string? keyring) =>
    [
        .. from target in Packages().Matches(answer)
               .Select(match => (Archive: match.Groups["archive"].Value, Release: match.Groups["release"].Value)).Distinct()
           where Archive().IsMatch(target.Archive) && IsOf(codename, target.Release)
           let options = keyring is null ? "" : $"[signed-by={keyring}] "
           let release = Release + target.Release[codename.Length..]
           from type in (string[])["deb", "deb-src"]
           select $"{type} {options}{target.Archive} {release} main",
    ];

    private static bool IsOf(string codename, string release) =>
        release == codename || release == $"{codename}-updates" || release == $"{codename}-security";

    // 'http://mirror.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' mirror.example_... 0
    [GeneratedRegex("^'(?<archive>[^']+/)dists/(?<release>[^/']+)/main/binary-[^']+'", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Packages();

    // Debian's own archives and their mirrors and snapshots, not those of others who publish packages for Debian.
    [GeneratedRegex(@"/debian(-security)?(/\d+T\d+Z)?/?$", RegexOptions.NonBacktracking)]
    private static partial Regex Archive();
}
