using GitOps.Cake.Helm;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Programs;

/// <summary>Finds the plugin that helmfile compares with.</summary>
internal static class HelmPlugin
{
    /// <summary>The version of helm-diff.</summary>
    /// <exception cref="ToolNotFoundException">Helm does not have it.</exception>
    public static async Task<ToolVersion> FindDiffAsync(IToolRunner runner, HelmProgram helm, CancellationToken cancellationToken)
    {
        var output = await runner.RunAsync(
            HelmCommand.WithoutCluster(helm, ["plugin", "list"]) with { Purpose = "list its plugins", Timeout = TimeSpan.FromSeconds(30) },
            cancellationToken).ConfigureAwait(false);
        return output.StandardOutput.Split('\n')
            .Where(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() == "diff")
            .Select(line => ToolVersion.Find(line))
            .FirstOrDefault(version => version is not null) ?? throw new ToolNotFoundException("helm-diff", $"""
                helm {helm.Version} has no plugin diff, with which helmfile compares.
                It can be installed with 'helm plugin install https://github.com/databus23/helm-diff', or with all that helmfile needs by
                'helmfile init' (--target=HelmfileInit). The variable HELM_PLUGINS names another folder of plugins.
                """);
    }
}
