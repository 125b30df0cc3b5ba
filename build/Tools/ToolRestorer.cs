using System.Collections.Immutable;

namespace Build.Tools;

/// <summary>
/// Gets what the tests and the demo need and the packages of this repository never fetch themselves: helm 3 and 4, kubectl and a local
/// control plane. Fetched and compiled once per user, linked into the checkout.
/// </summary>
internal sealed class ToolRestorer(ToolLinks links, ToolCache cache, TimeProvider time)
{
    /// <summary>For the <c>.tools</c> folder of a checkout.</summary>
    public static ToolRestorer For(string repository) => new(
        new ToolLinks(Path.Combine(repository, ".tools")), new ToolCache(CacheFolder, TimeProvider.System), TimeProvider.System);

    private static string CacheFolder
    {
        get
        {
            var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } named && Path.IsPathRooted(named) ? named
                : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(cache, "gitops-cake", "tools");
        }
    }

    /// <summary>Restores all; <paramref name="log"/> gets a line for each step of what takes long.</summary>
    /// <exception cref="ToolRestoreException">A tool cannot be had on this machine.</exception>
    public async Task<IReadOnlyList<RestoredTool>> RestoreAsync(Action<string> log, CancellationToken cancellationToken)
    {
        using var progress = new RestoreProgress(log, time);
        var clients = links.Add(await GetClientsAsync(progress, cancellationToken));
        var controlPlane = await GetControlPlaneAsync(progress, cancellationToken);
        links.Remove(ToolLayout.ControlPlane.Except(controlPlane.Select(tool => tool.Place)));
        return [.. clients, .. links.Add(controlPlane)];
    }

    // Where they can be fetched, they are: what a machine happens to have must not decide how a test ends.
    private Task<ImmutableArray<FoundTool>> GetClientsAsync(RestoreProgress progress, CancellationToken cancellationToken)
    {
        var recipe = new NpmClients(ThisMachine.Find("npm"));
        return recipe.FindObstacle() is { } obstacle
            ? InstalledClients.FindAsync($"{obstacle}\n{recipe.OtherWays}", cancellationToken)
            : cache.GetAsync(recipe, progress, cancellationToken);
    }

    private Task<ImmutableArray<FoundTool>> GetControlPlaneAsync(RestoreProgress progress, CancellationToken cancellationToken) =>
        Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS") is { Length: > 0 } assets
            ? EnvtestAssets.FindAsync(assets, progress, cancellationToken)
            : cache.GetAsync(new DebianControlPlane(), progress, cancellationToken);
}
