namespace GitOps.Cake.Scopes;

/// <summary>Follows symbolic links: a path changes when a link on its way does, and when what the links lead to does.</summary>
internal static class LinkedPath
{
    private const int MostLinks = 40;

    /// <summary>The links on the way of a path, each without links before it, and where the path leads in the end; also where nothing is there.</summary>
    public static IReadOnlyList<string> Places(string path)
    {
        var places = new List<string>();
        var current = Path.GetPathRoot(path)!;
        var left = new Stack<string>(Parts(path[current.Length..]).Reverse());
        while (left.TryPop(out var part))
        {
            var next = part == ".." ? Path.GetDirectoryName(current) ?? current : Path.Combine(current, part);
            if (places.Count < MostLinks && new FileInfo(next).LinkTarget is { } target)
            {
                places.Add(next);
                if (Path.IsPathRooted(target))
                    current = Path.GetPathRoot(target)!;
                foreach (var segment in Parts(target).Reverse())
                    left.Push(segment);
            }
            else
            {
                current = next;
            }
        }

        places.Add(current);
        return places;
    }

    private static IEnumerable<string> Parts(string path) => path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(part => part is not ("" or "."));
}
