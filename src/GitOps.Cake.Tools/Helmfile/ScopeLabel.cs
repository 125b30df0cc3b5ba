using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// A scope's name where only small letters, digits and dashes may stand: the name itself where it is such a one and short enough; else what is left of
/// it and ten digits of its SHA-256, so that no two scopes meet.
/// </summary>
internal static class ScopeLabel
{
    private const int HashDigits = 10;

    public static string Of(string scope, int longest)
    {
        var slug = Slug(scope);
        if (slug == scope && slug.Length <= longest)
            return slug;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope)))[..HashDigits];
        var kept = slug[..Math.Min(slug.Length, longest - HashDigits - 1)].Trim('-');
        return kept.Length > 0 ? $"{kept}-{hash}" : hash;
    }

    private static string Slug(string scope)
    {
        var slug = new StringBuilder(scope.Length);
        foreach (var letter in scope.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
