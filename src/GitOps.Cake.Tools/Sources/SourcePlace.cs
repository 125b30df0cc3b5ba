using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Sources;

/// <summary>Where in the cache something lies that was fetched: helmfile's own names, so that both find what the other fetched.</summary>
internal static class SourcePlace
{
    /// <summary>The folder of a repository or archive.</summary>
    public static string OfTree(SourceAddress address, string area) => Path.Combine(area, Key($"{address.Scheme}://{address.Host}/{address.Path}", address));

    /// <summary>The folder of the files of a web server, and the file in it.</summary>
    /// <exception cref="GitOpsException">The path leads out of the cache.</exception>
    public static (string Folder, string File) OfFile(SourceAddress address)
    {
        var segments = address.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || segments.Any(segment => segment is "." or ".." || segment.Contains('\\', StringComparison.Ordinal)))
            throw new GitOpsException($"{address} names no file of a web server; write the whole path, without . and .. in it.");

        return (Path.Combine([Key($"{address.Scheme}://{address.Host}", address), .. segments[..^1]]), segments[^1]);
    }

    private static string Key(string text, SourceAddress address)
    {
        var key = text.Replace("//", "_", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).Replace('/', '_').Replace('.', '_');
        return address.Query.IsEmpty ? key : $"{key}.{address.SafeQuery().Replace('&', '_')}";
    }
}
