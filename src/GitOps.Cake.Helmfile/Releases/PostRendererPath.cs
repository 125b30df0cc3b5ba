namespace GitOps.Cake.Helmfile.Releases;

/// <summary>A post-renderer, and the folder in which helm starts it, from which its arguments start as well.</summary>
/// <param name="Program">Its path, absolute; or a bare name, which helm looks up itself.</param>
/// <param name="Folder">The folder.</param>
internal sealed record PostRendererPath(string? Program, string Folder)
{
    /// <summary>Finds a post-renderer.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="folders">
    /// Where a relative path may start, the first of them where nothing is there. helmfile runs helm in the folder of a single state file,
    /// but in its caller's folder where a folder of state files is given.
    /// </param>
    public static PostRendererPath Of(string? text, params ReadOnlySpan<string> folders)
    {
        if (text is null || Path.IsPathRooted(text) || !text.Contains('/', StringComparison.Ordinal))
            return new(text, folders[0]);

        foreach (var folder in folders)
        {
            if (Path.GetFullPath(text, folder) is var path && File.Exists(path))
                return new(path, folder);
        }

        return new(Path.GetFullPath(text, folders[0]), folders[0]);
    }
}
