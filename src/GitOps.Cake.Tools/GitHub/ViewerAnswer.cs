namespace GitOps.Cake.GitHub;

/// <summary>Whom a token stands for, as GitHub answers a question in its query language.</summary>
internal sealed class ViewerAnswer
{
    public Found? Data { get; set; }

    /// <summary>What was asked for.</summary>
    public sealed class Found
    {
        public Author? Viewer { get; set; }
    }
}
