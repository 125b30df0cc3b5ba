namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Works on what outlives a run: the repositories and logins of the user's own helm.</summary>
public interface IChartRepositories
{
    /// <summary>Adds a repository to the user's helm, or logs in to a registry.</summary>
    /// <param name="repository">Which one.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Interrupts helm.</param>
    /// <exception cref="GitOpsException">The repository cannot be reached or refuses.</exception>
    Task AddAsync(ChartRepository repository, RepositoryOptions options, CancellationToken cancellationToken);
}
