namespace GitOps.Cake.Hosting;

/// <summary>Finds the repository that a folder belongs to, without starting git.</summary>
internal static class WorkspaceRoot
{
    /// <summary>The nearest folder upwards that holds <c>.git</c> (a folder, or a file in a work tree); the folder itself where there is none.</summary>
    public static string Find(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (Path.Exists(Path.Combine(candidate.FullName, ".git")))
                return candidate.FullName;
        }

        return folder;
    }
}
