namespace GitOps.Cake.Helmfile.Ports;

/// <summary>The folder in which fetched files are kept between runs.</summary>
public interface IFetchCache
{
    /// <summary>The folder. It need not be there.</summary>
    string Home { get; }

    /// <summary>The names of what is in it.</summary>
    IReadOnlyList<string> List();

    /// <summary>Empties it.</summary>
    /// <returns>The names of what was in it.</returns>
    IReadOnlyList<string> Clean();
}
