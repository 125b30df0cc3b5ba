using System.Collections;

namespace GitOps.Cake.Tooling;

/// <summary>
/// Variables with credentials of GitHub, of the CI system or of this library. Code that a state file brings along (hooks, exec,
/// plugins, chart post-renderers) must not find them in its environment.
/// </summary>
internal static class CredentialVariables
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_ENTERPRISE_TOKEN",
        "GITOPS_PLAN_KEY", "GITOPS_WEBHOOK_SECRET",
        "ACTIONS_RUNTIME_TOKEN",
        "SYSTEM_ACCESSTOKEN",
        "CI_JOB_TOKEN", "CI_JOB_JWT", "CI_JOB_JWT_V1", "CI_JOB_JWT_V2", "CI_REGISTRY_PASSWORD", "CI_DEPENDENCY_PROXY_PASSWORD",
        "CI_REPOSITORY_URL",
        "BUILDKITE_AGENT_ACCESS_TOKEN",
        "CIRCLE_OIDC_TOKEN", "CIRCLE_OIDC_TOKEN_V2",
        "BITBUCKET_STEP_OIDC_TOKEN",
        "CI_NETRC_PASSWORD", "DRONE_NETRC_PASSWORD",
    };

    private const string AppName = "GITOPS_GITHUB_APP";

    private static readonly string[] Prefixes = ["GITOPS_GITHUB_", "ACTIONS_ID_TOKEN_"];

    public static bool Contains(string name) =>
        Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>What must be seen nowhere of those that this process has; the name of a GitHub App is no secret.</summary>
    public static IEnumerable<Secret> Values() => Present().Where(variable => variable.Key != AppName).Select(variable => new Secret(variable.Value));

    /// <summary>Those that this process has.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Present()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && Contains(name))
                yield return new(name, value);
        }
    }
}
