using System.Text.RegularExpressions;

namespace GitOps.Cake.Git;

/// <summary>A repository on a server, as the address of a remote names it.</summary>
/// <param name="Host">The server, as in <c>github.com</c>.</param>
/// <param name="Owner">The user or organisation.</param>
/// <param name="Name">The repository.</param>
internal sealed partial record GitRemote(string Host, string Owner, string Name)
{
    /// <summary>
    /// Reads <c>https://host/owner/name.git</c>, <c>ssh://git@host:22/owner/name</c> and <c>git@host:owner/name.git</c>; null where
    /// the address has another form, such as a path.
    /// </summary>
    public static GitRemote? Parse(string address) =>
        (Address().Match(address.Trim()) is { Success: true } url ? url : ShortAddress().Match(address.Trim())) is { Success: true } match
            ? new(match.Groups["host"].Value.ToLowerInvariant(), match.Groups["owner"].Value, match.Groups["name"].Value)
            : null;

    /// <summary><c>owner/name</c>.</summary>
    public override string ToString() => $"{Owner}/{Name}";

    [GeneratedRegex(
        @"^(https?|ssh|git)://([^/@]+@)?(?<host>[A-Za-z0-9.-]+)(:[0-9]+)?/(?<owner>[A-Za-z0-9_.-]+)/(?<name>[A-Za-z0-9_.-]+?)(\.git)?/?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^([^/@:]+@)?(?<host>[A-Za-z0-9.-]+):/?(?<owner>[A-Za-z0-9_.-]+)/(?<name>[A-Za-z0-9_.-]+?)(\.git)?/?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortAddress();
}
