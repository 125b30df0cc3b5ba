using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>The resident memory of a process and all below it, from <c>/proc</c>.</summary>
internal static class ProcessMemory
{
    private static readonly int PageSize = Environment.SystemPageSize;

    public static long OfTree(int root)
    {
        var parents = new Dictionary<int, (int Parent, long Bytes)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read(folder) is { } found)
                parents[id] = found;
        }

        return parents.Where(entry => IsBelow(entry.Key, root, parents)).Sum(entry => entry.Value.Bytes);
    }

    private static bool IsBelow(int id, int root, Dictionary<int, (int Parent, long Bytes)> parents)
    {
        for (var at = id; parents.TryGetValue(at, out var found); at = found.Parent)
        {
            if (at == root)
                return true;
        }

        return false;
    }

    private static (int Parent, long Bytes)? Read(string folder)
    {
        try
        {
            // The name, in parentheses, may hold anything; what follows is separated by blanks.
            var stat = File.ReadAllText($"{folder}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture) * PageSize);
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return null;
        }
    }
}
