namespace GitOps.Cake.Conformance.Running;

/// <summary>The folder of a lane: a home, a place for temporary files and the copy of one case, emptied before every case.</summary>
internal sealed class LaneFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("conformance-").FullName;

    public string Home => Path.Combine(_root, "home");

    public string Temporary => Path.Combine(_root, "tmp");

    /// <summary>The folder that holds <c>cases/</c> and <c>charts/</c>.</summary>
    public string Copies => Path.Combine(_root, "root");

    public void Empty()
    {
        foreach (var folder in new[] { Home, Temporary, Copies })
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A program that was killed may still write; the system's own cleaning takes the rest.
        }
    }
}
