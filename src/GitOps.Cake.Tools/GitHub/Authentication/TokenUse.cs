namespace GitOps.Cake.GitHub.Authentication;

/// <summary>What a token is used for.</summary>
internal enum TokenUse
{
    /// <summary>Reports on commits, pull requests and deployments.</summary>
    Report,

    /// <summary>A branch and a pull request of this run's own, too.</summary>
    Change,

    /// <summary>The same, with files of GitHub Actions, which a permission of their own guards.</summary>
    ChangeWorkflows,
}
