namespace GitOps.Cake.GitHub.Places;

/// <summary>Servers of git that are certainly none of GitHub's, by their names: a repository there has its namesake on GitHub, if any, by chance.</summary>
internal static class OtherForges
{
    private const string Azure = "dev.azure.com";

    private static readonly string[] Names = ["gitlab", "bitbucket", "codeberg", "gitea", "forgejo", "visualstudio", "gitee"];

    /// <summary>Whether a server is one of them.</summary>
    /// <param name="host">The server, as in <c>gitlab.com</c>.</param>
    public static bool Have(string host) =>
        host.EndsWith(Azure, StringComparison.OrdinalIgnoreCase) || host.Split('.', '-').Intersect(Names, StringComparer.OrdinalIgnoreCase).Any();
}
