using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Places;

namespace GitOps.Cake.Scopes;

/// <summary>What a run's change is compared with, as the CI system tells it: the branch of the pull request's base, or the head before the push.</summary>
internal static class ChangeBase
{
    /// <exception cref="InvalidSettingsException">Nothing tells it.</exception>
    public static string Of(GitHubSettings settings, Func<string, string?> variable, string workspace)
    {
        var variables = new CiVariables(variable);
        var facts = EventFile.Add(CiSystems.Read(variables, workspace) ?? new() { System = "this machine" }, variables["GITHUB_EVENT_PATH"]);
        return settings.BaseBranch ?? facts.BaseBranch ?? facts.Before ?? throw new InvalidSettingsException(
            $"--affected needs something to compare with, and {facts.System} names neither the base of a pull request nor the head before a push. Name it, as in --base=main.");
    }
}
