using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary>Adds repositories to the user's own helm, and logs in to registries.</summary>
internal sealed class ChartRepositories(IToolRunner runner, HelmProgram helm, TimeProvider time) : IChartRepositories
{
    public async Task AddAsync(ChartRepository repository, RepositoryOptions options, CancellationToken cancellationToken)
    {
        if (Command(repository, options) is { } command)
            await new RetryingRunner(runner, options.Retries, time).RunAsync(command, cancellationToken).ConfigureAwait(false);
    }

    // A registry that nobody logs in to has nothing to be added.
    private ToolCommand? Command(ChartRepository repository, RepositoryOptions options) => repository switch
    {
        { Oci: false } => HelmRepoAdd.ToCommand(helm, repository, options),
        { Username.Length: > 0, Password: not null } => HelmRegistryLogin.ToCommand(helm, repository),
        _ => null,
    };
}
