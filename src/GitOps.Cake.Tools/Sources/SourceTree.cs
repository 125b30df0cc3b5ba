namespace GitOps.Cake.Sources;

/// <summary>Looks through a fetched tree before anything reads from it.</summary>
internal static class SourceTree
{
    /// <summary>Refuses a tree with a link that leads out of it, or one that is too large.</summary>
    /// <exception cref="GitOpsException">The tree is refused.</exception>
    public static void Check(string root, string name, SourceLimits limits)
    {
        var (files, bytes) = (0, 0L);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        foreach (var entry in new DirectoryInfo(root).EnumerateFileSystemInfos("*", options))
        {
            if (entry.LinkTarget is { } target)
            {
                if (!IsWithin(root, Path.GetFullPath(target, Path.GetDirectoryName(entry.FullName)!)))
                    throw new GitOpsException($"{name} is refused: its link {Path.GetRelativePath(root, entry.FullName)} leads out of it, to {target}.");
                continue;
            }

            files++;
            bytes += entry is FileInfo file ? file.Length : 0;
            if (files > limits.Files || bytes > limits.Tree)
                throw new GitOpsException($"{name} is refused: it has more than {limits.Files} files or {limits.Tree / (1024 * 1024)} MiB.");
        }
    }

    /// <summary>The path of something in a tree.</summary>
    /// <exception cref="GitOpsException">It leads out of the tree.</exception>
    public static string Find(string root, string path, string name)
    {
        var found = Path.GetFullPath(path, root);
        return found == root || IsWithin(root, found) ? found : throw new GitOpsException($"{name} is refused: the path {path} leads out of what is fetched.");
    }

    private static bool IsWithin(string root, string path) => path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
