namespace GitOps.Cake.GitHub.Checks;

/// <summary>What is read of a check as GitHub sends it.</summary>
internal sealed class CheckAnswer
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Status { get; set; } = "";

    public string? ExternalId { get; set; }

    public string? HtmlUrl { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public Author? App { get; set; }

    public OutputAnswer? Output { get; set; }

    /// <summary>How much of its output there is.</summary>
    public sealed class OutputAnswer
    {
        public int AnnotationsCount { get; set; }
    }

    /// <summary>A page of them.</summary>
    public sealed class List
    {
        public List<CheckAnswer> CheckRuns { get; set; } = [];
    }
}
