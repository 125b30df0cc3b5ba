namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Concourse: its tasks have no variables of their own; the resources of pull requests and of git leave files beside the content they fetched.</summary>
internal static class Concourse
{
    private const string PullRequestFolder = ".git/resource";
    private const string Folder = ".git";

    public static PlaceFacts? Read(string workspace) => OfPullRequest(Files(workspace, PullRequestFolder)) ?? OfBranch(Files(workspace, Folder));

    private static PlaceFacts? OfPullRequest(CiVariables files)
    {
        var (name, head) = files.Sha("head_sha");
        return head is null ? null : new()
        {
            System = "Concourse",
            HeadSha = head,
            ShaSource = $"{PullRequestFolder}/{name}",
            Branch = files["head_name"],
            BaseBranch = files["base_name"],
            PullRequest = files.Number("pr"),
            IsPullRequest = true,
            RunUrl = null,
        };
    }

    // Git itself has no such files.
    private static PlaceFacts? OfBranch(CiVariables files)
    {
        var (name, sha) = files.Sha("commit", "ref");
        return sha is null || files["short_ref"] is null ? null : new()
        {
            System = "Concourse",
            Sha = sha,
            ShaSource = $"{Folder}/{name}",

            // Several where the commit is on several.
            Branch = files["branch"] is { } branch && !branch.Contains(',', StringComparison.Ordinal) ? branch : null,
        };
    }

    private static CiVariables Files(string workspace, string folder) =>
        new(name => Path.Combine(workspace, folder, name) is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null);
}
