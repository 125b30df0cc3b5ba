namespace GitOps.Cake.Helmfile.Verbs.Charts;

/// <summary>How often a call to a repository or registry is tried again.</summary>
internal static class RepositoryRetries
{
    private const string Variable = "HELMFILE_REPO_RETRIES";

    /// <exception cref="InvalidSettingsException">The number is negative.</exception>
    public static int Of(HelmfileScope scope) => scope.RepoRetries switch
    {
        < 0 => throw new InvalidSettingsException($"RepoRetries (--repo-retries) is {scope.RepoRetries}, and cannot be negative."),
        { } given => given,
        null => int.TryParse(Environment.GetEnvironmentVariable(Variable), out var retries) && retries > 0 ? retries : 0,
    };
}
