using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.GitHub.Statuses;

/// <summary>The name of a status or check of a scope: the same in every run, so that a branch rule can require it.</summary>
internal static class StatusName
{
    private const int HashLength = 12;

    /// <summary><c>gitops/diff/SCOPE</c>; of a scope whose name is too long the start and a hash, so that two of them stay apart.</summary>
    public static string Of(string kind, string scope)
    {
        var name = $"{kind}/{scope}";
        if (name.EnumerateRunes().Count() <= CommitStatusSettings.LongestContext)
            return name;

        var start = string.Concat(name.EnumerateRunes().Take(CommitStatusSettings.LongestContext - HashLength - 1).Select(rune => rune.ToString()));
        return $"{start}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength]}";
    }
}
