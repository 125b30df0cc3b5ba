namespace GitOps.Cake.Helmfile.Ports;

/// <summary>The private folder of a run: 0700, its files 0600, removed by the code that made it.</summary>
public interface IRunFolder
{
    /// <summary>Writes a file that only this user can read.</summary>
    /// <param name="name">A hint for the file's name; made unique and safe.</param>
    /// <param name="content">The text.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The file's path.</returns>
    Task<string> WriteAsync(string name, string content, CancellationToken cancellationToken);
}
