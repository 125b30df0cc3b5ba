namespace GitOps.Cake.GitHub.Comments;

/// <summary>What is read of a comment as GitHub sends it.</summary>
internal sealed class CommentAnswer
{
    public long Id { get; set; }

    public string? Body { get; set; }

    public string? HtmlUrl { get; set; }

    public Author? User { get; set; }
}
