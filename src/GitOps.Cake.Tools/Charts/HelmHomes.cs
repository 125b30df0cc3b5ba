using System.Collections.Concurrent;
using System.Collections.Immutable;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary>
/// Makes private places for helm, one per set of repositories: the user's own repositories and credentials are neither needed nor
/// changed, and two repositories of one name do not meet.
/// </summary>
internal sealed class HelmHomes(IToolRunner runner, HelmProgram helm, RunFolder folder)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<HelmHome>>> _homes = new(StringComparer.Ordinal);

    /// <summary>For a chart of a declared repository.</summary>
    public Task<HelmHome> ForAsync(ChartRepository repository, CancellationToken cancellationToken) =>
        ForAsync([repository], undeclared: [], cancellationToken);

    /// <summary>For a chart with dependencies.</summary>
    /// <param name="declared">The repositories that a state file declares.</param>
    /// <param name="needed">Where the dependencies come from: addresses, and names as <c>@name</c>; a name may be one of the user's own.</param>
    /// <param name="cancellationToken">Stops helm.</param>
    public Task<HelmHome> ForDependenciesAsync(
        IReadOnlyCollection<ChartRepository> declared, ImmutableArray<string> needed, CancellationToken cancellationToken)
    {
        var used = declared.Where(repository => needed.Any(address => Serves(repository, address))).ToArray();
        var unknown = needed.Where(address => !used.Any(repository => Serves(repository, address))).ToLookup(IsName);

        // Helm wants every address in a lock file to be that of a known repository.
        var anonymous = unknown[false]
            .Where(address => address.StartsWith("http", StringComparison.Ordinal))
            .Select((address, index) => new ChartRepository { Name = $"dependency-{index}", Url = address });
        return ForAsync([.. used, .. anonymous], [.. unknown[true]], cancellationToken);
    }

    private Task<HelmHome> ForAsync(
        ImmutableArray<ChartRepository> repositories, ImmutableArray<string> undeclared, CancellationToken cancellationToken)
    {
        var key = string.Join('\n', [.. repositories.Select(repository => $"{repository} {repository.Password?.Reveal()}"), .. undeclared]);
        return _homes.GetOrAdd(key, _ => new(() => MakeAsync(repositories, undeclared, cancellationToken))).Value;
    }

    private async Task<HelmHome> MakeAsync(
        ImmutableArray<ChartRepository> repositories, ImmutableArray<string> undeclared, CancellationToken cancellationToken)
    {
        var home = HelmHome.OfUser;
        if (repositories.Any(repository => !repository.Oci))
            home = await AddAllAsync(repositories, undeclared, cancellationToken).ConfigureAwait(false);

        return RegistryLogins.Merge(repositories) is { } logins
            ? new(home.Variables.Add("HELM_REGISTRY_CONFIG", await folder.WriteAsync("registry.json", logins, cancellationToken).ConfigureAwait(false)))
            : home;
    }

    private async Task<HelmHome> AddAllAsync(
        ImmutableArray<ChartRepository> repositories, ImmutableArray<string> undeclared, CancellationToken cancellationToken)
    {
        var place = folder.CreateFolder("helm");
        var config = Path.Combine(place, "repositories.yaml");
        if (!undeclared.IsEmpty && File.Exists(HelmUserFiles.Repositories))
            File.Copy(HelmUserFiles.Repositories, config);

        var home = new HelmHome(ImmutableDictionary<string, Argument?>.Empty
            .Add("HELM_REPOSITORY_CONFIG", config)
            .Add("HELM_REPOSITORY_CACHE", Path.Combine(place, "cache")));

        // One after another: helm rewrites its file of repositories in place.
        foreach (var repository in repositories.Where(repository => !repository.Oci))
            await runner.RunAsync(home.Apply(HelmRepoAdd.ToCommand(helm, repository)), cancellationToken).ConfigureAwait(false);

        return home;
    }

    private static bool Serves(ChartRepository repository, string address) => address switch
    {
        _ when IsName(address) => repository.Name == address[(address.IndexOfAny(['@', ':']) + 1)..],
        _ when repository.Oci => address.StartsWith(HelmHome.RegistryAddress(repository), StringComparison.Ordinal),
        _ => repository.Url.TrimEnd('/') == address.TrimEnd('/'),
    };

    private static bool IsName(string address) => address.StartsWith('@') || address.StartsWith("alias:", StringComparison.Ordinal);
}
