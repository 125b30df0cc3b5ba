using System.Text.RegularExpressions;

namespace Build.Tools;

/// <summary>
/// Which of a Debian machine's own package archives hold the last Kubernetes server that Debian had (release bookworm), and how apt is
/// told to read their source packages as well.
/// </summary>
internal static partial class DebianSources
{
    private const string Release = "bookworm";

    /// <summary>What to ask of <c>apt-get indextargets</c>: it knows both forms of apt's configuration.</summary>
    public static IReadOnlyList<string> Question { get; } =
        ["indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages"];

    /// <summary>
    /// The lines of a <c>sources.list</c>, from apt's answer; none if no archive of Debian is in it. <paramref name="codename"/> is the
    /// machine's own release (archives of a later one hold bookworm as well), <paramref name="keyring"/> the file of the keys that Debian
    /// signs with, or null for those that apt trusts anyway.
    /// </summary>
    public static IReadOnlyList<string> Read(string answer, string codename, string? keyring) =>
    [
        .. from target in answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(' '))
           where target is [_, _, "main"] && Archive().IsMatch(target[0]) && IsOf(codename, target[1])
           let options = keyring is null ? "" : $"[signed-by={keyring}] "
           let release = Release + target[1][codename.Length..]
           from type in (string[])["deb", "deb-src"]
           select $"{type} {options}{target[0]} {release} main",
    ];

    private static bool IsOf(string codename, string release) =>
        release == codename || release == $"{codename}-updates" || release == $"{codename}-security";

    // Debian's own archives and their mirrors and snapshots, not those of others who publish packages for Debian.
    [GeneratedRegex(@"/debian(-security)?(/\d+T\d+Z)?/?$", RegexOptions.NonBacktracking)]
    private static partial Regex Archive();
}
