namespace GitOps.Cake.GitHub;

/// <summary>What has a comment of its own on a pull request, in a build of several scopes.</summary>
public enum CommentPer
{
    /// <summary>Each environment: its scopes share one. A run that leaves some of them out (<c>--scope</c>) has one for each scope.</summary>
    Environment,

    /// <summary>Each scope.</summary>
    Scope,
}
