namespace GitOps.Cake.EndToEnd;

/// <summary>The checkout that the tests were built from.</summary>
internal static class ThisRepository
{
    public static string PathOf(string path) => Path.Combine(FindRoot(), path);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "GitOps.Cake.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds GitOps.Cake.sln.");
    }
}
