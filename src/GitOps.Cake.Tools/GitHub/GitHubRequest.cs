namespace GitOps.Cake.GitHub;

/// <summary>What is asked of GitHub, in words for messages.</summary>
/// <param name="What">What it is to do, as in <c>set the status "x" on owner/name@0123abcd</c>.</param>
/// <param name="Permission">The permission that it needs, as in <c>statuses=write</c>.</param>
internal sealed record GitHubRequest(string What, string Permission)
{
    /// <summary>A commit in words.</summary>
    public static string Commit(RepositoryName repository, string sha) => $"{repository}@{sha[..Math.Min(8, sha.Length)]}";
}
