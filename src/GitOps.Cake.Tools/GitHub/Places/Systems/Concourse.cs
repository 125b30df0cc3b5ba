namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Concourse: its tasks have no variables of their own; the pull-request resource leaves files beside the content it fetched.</summary>
internal static class Concourse
{
    private const string Folder = ".git/resource";

    public static PlaceFacts? Read(string workspace)
    {
        var folder = Path.Combine(workspace, Folder);
        var files = new CiVariables(name => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null);
        var (name, head) = files.Sha("head_sha");
        return head is null ? null : new()
        {
            System = "Concourse",
            HeadSha = head,
            ShaSource = $"{Folder}/{name}",
            Branch = files["head_name"],
            BaseBranch = files["base_name"],
            PullRequest = files.Number("pr"),
            IsPullRequest = true,
            RunUrl = null,
        };
    }
}
