using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Sources;

/// <summary>The folder in which helmfile keeps what it fetched, shared by all runs of a user and with helmfile itself.</summary>
internal sealed class SourceCache : IFetchCache
{
    /// <summary>A cache at the place where helmfile has it.</summary>
    public SourceCache()
        : this(DefaultHome())
    {
    }

    /// <param name="home">The folder.</param>
    public SourceCache(string home) => Home = Path.GetFullPath(home);

    /// <summary>The folder. It need not be there.</summary>
    public string Home { get; }

    /// <summary>The names of what is in it.</summary>
    public IReadOnlyList<string> List() =>
        Directory.Exists(Home) ? [.. Directory.EnumerateFileSystemEntries(Home).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Empties it.</summary>
    /// <returns>The names of what was in it.</returns>
    public IReadOnlyList<string> Clean()
    {
        var names = List();
        foreach (var path in names.Select(name => Path.Combine(Home, name)))
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }

        return names;
    }

    /// <summary>Fills a place of the cache, all or nothing: other runs see it empty or complete.</summary>
    /// <param name="place">The place, a path below <see cref="Home"/>.</param>
    /// <param name="fill">Fills a folder that only this run knows; false where there is nothing to fill it with.</param>
    /// <returns>Whether the place is filled.</returns>
    public async Task<bool> FillAsync(string place, Func<string, Task<bool>> fill)
    {
        var parent = Path.GetDirectoryName(place)!;
        Directory.CreateDirectory(parent);
        var draft = Path.Combine(parent, $".{Path.GetFileName(place)}.{Guid.NewGuid():N}");
        Directory.CreateDirectory(draft);
        try
        {
            if (!await fill(draft).ConfigureAwait(false))
                return false;

            Directory.Move(draft, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
            // Another run was faster; what it fetched is the same.
            return true;
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }

        return true;
    }

    private static string DefaultHome()
    {
        if (Variable("HELMFILE_CACHE_HOME") is { } home)
            return home;

        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Path.Combine(user, "Library", "Caches")
            : Variable("XDG_CACHE_HOME") ?? Path.Combine(user, ".cache");
        return Path.Combine(cache, "helmfile");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
