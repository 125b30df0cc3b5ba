using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Files;

namespace GitOps.Cake.Scopes;

/// <summary>An absolute pattern of paths: Go's, with <c>**</c> for any folders. What lies within something that fits, fits as well.</summary>
/// <param name="Parts">What is below the root, part by part; the first ones are free of links.</param>
/// <param name="Through">Links on the way, and the folders above what is looked for.</param>
internal sealed record PathPattern(ImmutableArray<string> Parts, IReadOnlySet<string> Through)
{
    private const string AnyFolders = "**";

    public static PathPattern Of(string pattern)
    {
        var parts = Split(pattern);
        var fixedParts = parts.TakeWhile(part => !GoGlob.HasMeta(part)).Count();
        var folder = Path.GetPathRoot(pattern) + string.Join(Path.DirectorySeparatorChar, parts.Take(fixedParts));
        var places = LinkedPath.Places(folder);
        var through = places.ToHashSet(StringComparer.Ordinal);
        for (var above = Path.GetDirectoryName(places[^1]); above is not null; above = Path.GetDirectoryName(above))
            through.Add(above);

        return new([.. Split(places[^1]).Select(GoGlob.Escape), .. parts[fixedParts..]], through);
    }

    public bool IsMatch(string path) => IsMatch(Parts.AsSpan(), Split(path));

    private static bool IsMatch(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
            return true;
        if (pattern[0] != AnyFolders)
            return !path.IsEmpty && GoGlob.IsMatch(pattern[0], path[0]) && IsMatch(pattern[1..], path[1..]);

        for (var skipped = 0; skipped <= path.Length; skipped++)
        {
            if (IsMatch(pattern[1..], path[skipped..]))
                return true;
        }

        return false;
    }

    private static string[] Split(string path) => path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}
