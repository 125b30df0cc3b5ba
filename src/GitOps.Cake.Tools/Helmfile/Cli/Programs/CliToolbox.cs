using System.Collections.Concurrent;
using GitOps.Cake.Helm;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Programs;

/// <summary>Finds the programs of calls, each once in the life of a client.</summary>
internal sealed class CliToolbox(ToolFinder finder, IToolRunner runner)
{
    private readonly ConcurrentDictionary<string, HelmfileProgram> _helmfiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HelmProgram> _helms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ToolVersion> _diffs = new(StringComparer.Ordinal);

    /// <exception cref="ToolNotFoundException">There is none, or it is too old.</exception>
    public Task<HelmfileProgram> HelmfileAsync(string? setting, CancellationToken cancellationToken) =>
        OnceAsync(_helmfiles, setting ?? "", () => HelmfileProgram.FindAsync(finder, runner, setting, cancellationToken));

    /// <exception cref="ToolNotFoundException">There is none, or it is too old.</exception>
    public Task<HelmProgram> HelmAsync(string? setting, CancellationToken cancellationToken) =>
        OnceAsync(_helms, setting ?? "", () => HelmProgram.FindAsync(finder, runner, setting, cancellationToken));

    /// <exception cref="ToolNotFoundException">Helm does not have it.</exception>
    public Task<ToolVersion> DiffAsync(HelmProgram helm, CancellationToken cancellationToken) =>
        OnceAsync(_diffs, helm.Path, () => HelmPlugin.FindDiffAsync(runner, helm, cancellationToken));

    /// <summary>What could not be found is looked for again: somebody may have installed it.</summary>
    private static async Task<T> OnceAsync<T>(ConcurrentDictionary<string, T> known, string key, Func<Task<T>> find)
    {
        if (known.TryGetValue(key, out var found))
            return found;

        return known.GetOrAdd(key, await find().ConfigureAwait(false));
    }
}
