namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Brings what state files name elsewhere to this machine: from git repositories and web servers.</summary>
public interface ISourceFetcher
{
    /// <summary>Fetches what an address names, or finds it where an earlier run kept it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="area">What it is for, as in <c>values</c>: kept apart from what is for something else.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <returns>Where it lies; null where the git repository does not have what <c>ref</c> names.</returns>
    /// <exception cref="GitOpsException">It is not there, is refused, or is larger or slower than is safe.</exception>
    Task<FetchedSource?> FetchAsync(SourceAddress address, string area, CancellationToken cancellationToken);
}
