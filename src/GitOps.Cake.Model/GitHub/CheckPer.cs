namespace GitOps.Cake.GitHub;

/// <summary>What the task <c>ReportCheck</c> makes a check for, in a build of several scopes.</summary>
public enum CheckPer
{
    /// <summary>Each scope, <c>gitops/check/SCOPE</c>.</summary>
    Scope,

    /// <summary>All of them together, <c>gitops/check</c>.</summary>
    Run,
}
