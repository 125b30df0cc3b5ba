using System.Collections.Immutable;

namespace GitOps.Cake.Charts;

/// <summary>Where helm keeps the user's repositories, logins and plugins; the same rules as helm's own.</summary>
internal static class HelmUserFiles
{
    public static string Repositories => Variable("HELM_REPOSITORY_CONFIG") ?? Path.Combine(ConfigHome, "repositories.yaml");

    public static string Registries => Variable("HELM_REGISTRY_CONFIG") ?? Path.Combine(ConfigHome, "registry", "config.json");

    public static ImmutableArray<string> Plugins => Variable("HELM_PLUGINS") is { } folders
        ? [.. folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)]
        : [Path.Combine(DataHome, "plugins")];

    /// <summary>Whether the user has added a repository of a name.</summary>
    /// <exception cref="GitOpsException">The user's file of repositories cannot be read.</exception>
    public static bool KnowsRepository(string name) =>
        File.Exists(Repositories) && YamlFile.Maps(YamlFile.ReadMap(Repositories), "repositories").Any(repository => YamlFile.Text(repository, "name") == name);

    private static string ConfigHome => Variable("HELM_CONFIG_HOME")
        ?? (Variable("XDG_CONFIG_HOME") is { } home ? Path.Combine(home, "helm") : null)
        ?? (OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Preferences", "helm")
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "helm")
            : Path.Combine(Home, ".config", "helm"));

    private static string DataHome => Variable("HELM_DATA_HOME")
        ?? (Variable("XDG_DATA_HOME") is { } home ? Path.Combine(home, "helm") : null)
        ?? (OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "helm")
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "helm")
            : Path.Combine(Home, ".local", "share", "helm"));

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
