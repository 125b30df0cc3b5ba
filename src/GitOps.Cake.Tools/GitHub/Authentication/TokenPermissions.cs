using System.Collections.Immutable;

namespace GitOps.Cake.GitHub.Authentication;

/// <summary>What the token of an App may do: no more than a run needs.</summary>
internal static class TokenPermissions
{
    private static readonly ImmutableDictionary<string, string> Report = ImmutableDictionary.CreateRange(
        new KeyValuePair<string, string>[]
        {
            new("actions", "read"), new("checks", "write"), new("contents", "read"), new("deployments", "write"), new("environments", "read"),
            new("issues", "write"), new("metadata", "read"), new("pull_requests", "write"), new("statuses", "write"),
        });

    private static readonly ImmutableDictionary<string, string> Change = Report.SetItem("contents", "write");

    /// <summary>The permissions and their levels.</summary>
    public static ImmutableDictionary<string, string> Of(TokenUse use) => use switch
    {
        TokenUse.Report => Report,
        TokenUse.Change => Change,
        _ => Change.SetItem("workflows", "write"),
    };
}
