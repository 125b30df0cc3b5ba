using System.IO.Enumeration;

namespace GitOps.Cake.GitHub.Deployments;

/// <summary>A pattern of branches as GitHub reads it: a star stands for a part of a name without slashes, two between slashes for any number of parts.</summary>
internal static class BranchPattern
{
    private const string AnyParts = "**";

    /// <summary>Whether a branch is one of the pattern's.</summary>
    public static bool Matches(string pattern, string branch) => Matches(pattern.Split('/'), branch.Split('/'));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> branch)
    {
        if (pattern.IsEmpty || branch.IsEmpty)
            return pattern.IsEmpty && branch.IsEmpty;

        // At the end two stars are no more than one.
        if (pattern is [AnyParts, _, ..])
            return Matches(pattern[1..], branch) || Matches(pattern, branch[1..]);

        return FileSystemName.MatchesSimpleExpression(pattern[0] == AnyParts ? "*" : pattern[0], branch[0], ignoreCase: false) && Matches(pattern[1..], branch[1..]);
    }
}
