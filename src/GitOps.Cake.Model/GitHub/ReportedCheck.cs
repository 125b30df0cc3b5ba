namespace GitOps.Cake.GitHub;

/// <summary>A check as it was reported.</summary>
public sealed record ReportedCheck
{
    /// <summary>The repository as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The commit.</summary>
    public required string Sha { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What came out.</summary>
    public required CheckConclusion Conclusion { get; init; }

    /// <summary>The number that GitHub gave it; null where nothing was sent, or a commit status took its place.</summary>
    public long? Id { get; init; }

    /// <summary>Its page; null where there is none.</summary>
    public string? Url { get; init; }

    /// <summary>Whether a commit status took its place, because the token may make no checks.</summary>
    public bool IsStatus { get; init; }
}
