using System.Collections.Immutable;

namespace GitOps.Cake.GitHub.Authentication;

/// <summary>What the token of an App may do: no more than a run needs.</summary>
internal static class TokenPermissions
{
    /// <summary>For reports on commits, pull requests and deployments.</summary>
    public static ImmutableDictionary<string, string> Report { get; } = ImmutableDictionary.CreateRange(
        new KeyValuePair<string, string>[]
        {
            new("actions", "read"), new("checks", "write"), new("contents", "read"), new("deployments", "write"), new("environments", "read"),
            new("issues", "write"), new("metadata", "read"), new("pull_requests", "write"), new("statuses", "write"),
        });

    /// <summary>For a branch and a pull request of this run's own, too; files of workflows are guarded by a permission of their own.</summary>
    public static ImmutableDictionary<string, string> Change { get; } = Report.SetItem("contents", "write").SetItem("workflows", "write");
}
