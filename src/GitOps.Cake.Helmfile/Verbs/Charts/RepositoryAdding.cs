using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Charts;

/// <summary><c>repos</c>: adds repositories to the user's own helm, each name once. No other verb touches them.</summary>
internal sealed class RepositoryAdding(EnginePorts ports, Walk walk)
{
    public async Task<RepositoryList> RunAsync(HelmfileReposSettings settings, CancellationToken cancellationToken)
    {
        var helmfiles = await walk.FilterAsync(settings.Scope, cancellationToken).ConfigureAwait(false);
        var repositories = helmfiles.SelectMany(helmfile => helmfile.Helmfile.Repositories).DistinctBy(repository => repository.Name).ToImmutableArray();
        return new() { Repositories = await AddAsync(repositories, settings.Scope, settings.Args, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Adds repositories one after another: helm rewrites its list of them in place.</summary>
    public async Task<ImmutableArray<ListedRepository>> AddAsync(
        ImmutableArray<ChartRepository> repositories, HelmfileScope scope, ImmutableArray<string> arguments, CancellationToken cancellationToken)
    {
        if (repositories.IsEmpty)
            ports.Log.Information("There are no repositories to add: the helmfile declares none.");

        var options = new RepositoryOptions
        {
            ForceUpdate = !scope.DisableForceUpdate,
            Retries = RepositoryRetries.Of(scope),
            ExtraArguments = arguments,
        };
        foreach (var repository in repositories.Select(repository => scope.OciPlainHttp ? repository with { PlainHttp = true } : repository))
        {
            ports.Log.Information(repository.Oci ? $"Logging in to registry {repository.Url}" : $"Adding repo {repository.Name} {repository.Url}");
            await ports.Repositories.AddAsync(repository, options, cancellationToken).ConfigureAwait(false);
        }

        return [.. repositories.Select(repository => new ListedRepository { Name = repository.Name, Url = repository.Url })];
    }
}
