using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Tests.Sources;

/// <summary>Repositories in memory of a test: the folder of a path stands for each; one that is not there has no such reference.</summary>
internal sealed class FolderSources(string folder) : ISourceFetcher
{
    public List<(string Address, string Area)> Fetched { get; } = [];

    public Task<FetchedSource?> FetchAsync(SourceAddress address, string area, CancellationToken cancellationToken)
    {
        Fetched.Add((address.ToString(), area));
        var root = Path.Combine(folder, "remote", address.Path.Trim('/'), address["ref"] ?? "");
        return Task.FromResult(Path.Exists(root) ? new FetchedSource(root, Path.Combine(root, address.File)) : null);
    }
}
