using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Charts;

/// <summary>
/// Logins for registries in the form of helm's own file: those of the user, or of the files that repositories name, and on top those that a state file declares. It is what
/// <c>helm registry login</c> would write, without its detour through the user's keychain.
/// </summary>
internal static class RegistryLogins
{
    /// <summary>The file's content; null where no login is declared, so that the user's own file serves.</summary>
    public static string? Merge(ImmutableArray<ChartRepository> repositories)
    {
        var declared = repositories.Where(repository => repository is { Oci: true, Username.Length: > 0, Password: not null }).ToArray();
        var files = repositories.Where(repository => repository.Oci).Select(repository => repository.RegistryConfig).OfType<string>().Distinct().ToArray();
        if (declared.Length == 0 && files.Length == 0)
            return null;

        var config = files.Length == 0 ? Read(HelmUserFiles.Registries) : Only(files);
        var logins = Object(config, "auths");
        var helpers = Object(config, "credHelpers");
        if (config["credsStore"]?.GetValue<string>() is { } store)
        {
            // One store for all hosts would hide the logins of this file; so it is named for each host that it holds.
            foreach (var (host, _) in logins)
                helpers.TryAdd(host, (JsonNode)store);

            config.Remove("credsStore");
        }

        foreach (var registry in declared)
        {
            var host = HelmHome.RegistryAddress(registry)["oci://".Length..].Split('/')[0];
            var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{registry.Username}:{registry.Password!.Reveal()}"));
            logins[host] = new JsonObject { ["auth"] = login };
            helpers.Remove(host);
        }

        return config.ToJsonString();
    }

    /// <exception cref="GitOpsException">It is not there, or there are several, which cannot be one file for helm.</exception>
    private static JsonObject Only(string[] files) => files switch
    {
        [var file] when File.Exists(file) => Read(file),
        [var file] => throw new GitOpsException($"The file {file} that a repository names as its registryConfig does not exist. Correct the path, which starts at the state file's folder, or write the file with `helm registry login --registry-config`."),
        _ => throw new GitOpsException($"The dependencies of one chart come from repositories with different registryConfig files ({string.Join(", ", files)}), and helm reads one: bring the logins into one file."),
    };

    private static JsonObject Read(string file)
    {
        try
        {
            return File.Exists(file) && JsonNode.Parse(File.ReadAllText(file)) is JsonObject config ? config : [];
        }
        catch (JsonException exception)
        {
            throw new GitOpsException($"""
                The file {file} with helm's logins for registries cannot be read: {exception.Message}
                Correct it, or remove it and log in again with `helm registry login`.
                """, exception);
        }
    }

    private static JsonObject Object(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject found)
            return found;

        var made = new JsonObject();
        parent[name] = made;
        return made;
    }
}
