namespace GitOps.Cake.GitHub;

/// <summary>Which GitHub a run reports to, as whom, and what on.</summary>
public sealed record GitHubSettings
{
    /// <summary>A token of any kind.</summary>
    /// <value>By default the first of <c>GITOPS_GITHUB_TOKEN</c>, <c>GITHUB_TOKEN</c>, <c>GH_TOKEN</c> that is set.</value>
    public Secret? Token { get; init; }

    /// <summary>The client id, or the id, of a GitHub App to report as.</summary>
    /// <value>By default <c>GITOPS_GITHUB_APP</c>.</value>
    public string? App { get; init; }

    /// <summary>The App's private key: the text of its PEM file, or the file's path.</summary>
    /// <value>By default <c>GITOPS_GITHUB_APP_PRIVATE_KEY</c>. An App goes before a token.</value>
    public Secret? AppPrivateKey { get; init; }

    /// <summary>The App's installation.</summary>
    /// <value>By default the one that the repository belongs to.</value>
    public long? AppInstallation { get; init; }

    /// <summary>The address of the API.</summary>
    /// <value>By default <c>GITHUB_API_URL</c>, else <c>https://api.github.com</c>.</value>
    public string? Api { get; init; }

    /// <summary>The repository as <c>owner/name</c>.</summary>
    /// <value>By default the one that the CI system or the remote <c>origin</c> names.</value>
    public string? Repository { get; init; }

    /// <summary>The whole SHA of the commit that is reported on.</summary>
    /// <value>By default the head of the pull request, or the commit that the CI system builds, else the one that is checked out.</value>
    public string? Sha { get; init; }

    /// <summary>The branch that is built.</summary>
    /// <value>By default the one that the CI system names.</value>
    public string? Branch { get; init; }

    /// <summary>The branch that a pull request is to be merged into.</summary>
    /// <value>By default the one that the CI system or GitHub names.</value>
    public string? BaseBranch { get; init; }

    /// <summary>The number of the pull request.</summary>
    /// <value>By default the one that the CI system names.</value>
    public int? PullRequest { get; init; }

    /// <summary>The page of the run, which reports link to.</summary>
    /// <value>By default the one that the CI system names.</value>
    public string? RunUrl { get; init; }

    /// <summary>Whether a report that cannot be made fails the run.</summary>
    /// <value>By default false: without a token, or with one that may only read, the run says what it would report, and goes on.</value>
    public bool Required { get; init; }

    /// <summary>What has a comment of its own on a pull request.</summary>
    /// <value>By default each environment.</value>
    public CommentPer Comments { get; init; }

    /// <summary>What <c>ReportCheck</c> makes a check for.</summary>
    /// <value>By default each scope.</value>
    public CheckPer Checks { get; init; }
}
