namespace GitOps.Cake.GitHub;

/// <summary>Who made something, as GitHub sends it.</summary>
internal sealed class Author
{
    public string? Login { get; set; }

    public string? Slug { get; set; }
}
