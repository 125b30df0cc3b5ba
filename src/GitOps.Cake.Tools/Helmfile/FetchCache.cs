using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile;

/// <summary>The folder in which helmfile keeps what it fetched, shared by all runs of a user and with helmfile itself.</summary>
internal sealed class FetchCache : IFetchCache
{
    public string Home { get; } = Path.GetFullPath(Variable("HELMFILE_CACHE_HOME") ?? Path.Combine(UserCache(), "helmfile"));

    public IReadOnlyList<string> List() => !Directory.Exists(Home) ? [] :
    [
        .. Directory.EnumerateFileSystemEntries(Home).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal),
    ];

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

    private static string UserCache()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Path.Combine(user, "Library", "Caches")
            : Variable("XDG_CACHE_HOME") ?? Path.Combine(user, ".cache");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
