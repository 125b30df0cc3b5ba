using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Tests.State;

/// <summary>A folder of state files that lives as long as a test.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("state-");

    public StateFolder(params ReadOnlySpan<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
            Write(path, text);
    }

    public string Path => _folder.FullName;

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Where things come from that are named elsewhere; from nowhere by default.</summary>
    public ISourceFetcher? Sources { get; set; }

    /// <summary>The repositories of the user's own helm.</summary>
    public HashSet<string> KnownRepositories { get; } = [];

    public void Write(string path, string text)
    {
        var target = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    public Task<ImmutableArray<LoadedHelmfile>> LoadAllAsync(HelmfileScope? scope = null, LoadOverrides? overrides = null) =>
        new HelmfileLoader(new LocalCommands(), Variables.GetValueOrDefault, Sources, isKnownRepository: KnownRepositories.Contains)
            .LoadAsync(scope ?? new(), Path, overrides ?? new(), TestContext.Current.CancellationToken);

    public async Task<LoadedHelmfile> LoadAsync(HelmfileScope? scope = null, LoadOverrides? overrides = null) =>
        (await LoadAllAsync(scope, overrides)).ShouldHaveSingleItem();

    /// <summary>Loads one file and prepares what it selects.</summary>
    public async Task<ImmutableArray<Release>> PrepareAsync(HelmfileScope? scope = null)
    {
        var loaded = await LoadAsync(scope);
        return (await ReleasePreparation.PrepareAsync(loaded, ReleaseSelection.Select(loaded), TestContext.Current.CancellationToken)).Releases;
    }

    /// <summary>Loads all files and prepares what the last of them selects.</summary>
    public async Task<ImmutableArray<Release>> PrepareLastAsync()
    {
        var loaded = (await LoadAllAsync())[^1];
        return (await ReleasePreparation.PrepareAsync(loaded, ReleaseSelection.Select(loaded), TestContext.Current.CancellationToken)).Releases;
    }

    /// <summary>What is told of files that cannot be used.</summary>
    public async Task<string> ErrorAsync(HelmfileScope? scope = null)
    {
        var exception = await Should.ThrowAsync<GitOpsException>(async () =>
        {
            foreach (var loaded in await LoadAllAsync(scope))
                await ReleasePreparation.PrepareAsync(loaded, ReleaseSelection.Select(loaded), TestContext.Current.CancellationToken);
        });
        return exception.Message;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
