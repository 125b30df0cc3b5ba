using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Locks;

/// <summary>
/// The name of a scope's Lease: <c>gitops-cake-</c> and the scope's name where that is a DNS label; else what is left of it in small letters, digits and
/// dashes, and ten digits of its SHA-256, so that no two scopes meet.
/// </summary>
internal static class LeaseName
{
    private const string Prefix = "gitops-cake-";
    private const int Longest = 63;
    private const int HashDigits = 10;

    public static string Of(string scope)
    {
        var slug = Slug(scope);
        if (slug == scope && Prefix.Length + slug.Length <= Longest)
            return Prefix + slug;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope)))[..HashDigits];
        var kept = slug[..Math.Min(slug.Length, Longest - Prefix.Length - HashDigits - 1)].Trim('-');
        return kept.Length > 0 ? $"{Prefix}{kept}-{hash}" : Prefix + hash;
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
