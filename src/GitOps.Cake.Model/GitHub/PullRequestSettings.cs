using System.Collections.Immutable;

namespace GitOps.Cake.GitHub;

/// <summary>A pull request of the run's own: a branch with changed files, kept up to date, closed when there is nothing to change.</summary>
public sealed record PullRequestSettings
{
    /// <summary>The branch that the changes go to. It belongs to this pull request alone: it is moved, not added to.</summary>
    public required string Branch { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The text, Markdown; cut after 65,000 characters.</summary>
    public string Body { get; init => field = value ?? ""; } = "";

    /// <summary>The files and their wanted content; null removes a file.</summary>
    public required ImmutableDictionary<string, string?> Files { get; init; }

    /// <summary>Those of <see cref="Files"/> that can be started.</summary>
    /// <value>By default none but those that can be started on the base branch, which stay so.</value>
    public ImmutableHashSet<string> Executables { get; init => field = value ?? []; } = [];

    /// <summary>The commit's message.</summary>
    /// <value>By default the title.</value>
    public string? Message { get; init; }

    /// <summary>The branch that it is to be merged into.</summary>
    /// <value>By default the repository's default branch.</value>
    public string? BaseBranch { get; init; }
}
