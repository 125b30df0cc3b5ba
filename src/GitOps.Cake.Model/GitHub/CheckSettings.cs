using System.Collections.Immutable;

namespace GitOps.Cake.GitHub;

/// <summary>A check to report: like a commit status, with room for a text and for remarks at lines of files. Only GitHub Apps and GitHub Actions may make one.</summary>
public sealed record CheckSettings
{
    /// <summary>The name, the same in every run, so that a branch rule can require it.</summary>
    public required string Name { get; init; }

    /// <summary>What came out.</summary>
    public required CheckConclusion Conclusion { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The short text, Markdown.</summary>
    public string Summary { get; init => field = value ?? ""; } = "";

    /// <summary>The long text, Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>Remarks at lines of files, any number.</summary>
    public ImmutableArray<CheckAnnotation> Annotations { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What its maker calls it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Where a click leads.</summary>
    /// <value>By default the page of the run.</value>
    public string? DetailsUrl { get; init; }
}
