namespace GitOps.Cake.GitHub.PullRequests;

/// <summary>A folder of git as GitHub sends it.</summary>
internal sealed class TreeAnswer
{
    public List<Entry> Tree { get; set; } = [];

    /// <summary>Something in it.</summary>
    public sealed class Entry
    {
        public string Path { get; set; } = "";

        public string Mode { get; set; } = "";

        public string Type { get; set; } = "";

        public string Sha { get; set; } = "";
    }
}
