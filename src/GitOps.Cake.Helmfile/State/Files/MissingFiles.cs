using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Finds the files that an entry names, and decides what a missing one means.</summary>
/// <param name="kind">What the files are, as in <c>environment values</c>.</param>
/// <param name="folder">The folder that relative paths start from.</param>
/// <param name="handler"><c>missingFileHandler</c>; an error by default.</param>
/// <param name="warnings">Where warnings go.</param>
internal sealed class MissingFiles(string kind, string folder, string? handler, ICollection<string> warnings)
{
    /// <summary>The files that a path or pattern names; none where a missing one is passed over.</summary>
    /// <exception cref="StateFileException">There is none, or it is not on this machine.</exception>
    public ImmutableArray<string> Resolve(string path, SourcePosition position)
    {
        if (IsRemote(path))
            throw StateFileException.Refused(position, $"\"{path}\" is fetched from elsewhere, which the native engine does not support yet: put the file into the repository, or {Schema.Reasons.CliEngine}.");

        var files = Expand(path, position);
        return files.Length > 0 ? files : Missing(path, position);
    }

    public static bool IsRemote(string path) => path.Contains("://", StringComparison.Ordinal) || path.Contains("::", StringComparison.Ordinal);

    private ImmutableArray<string> Expand(string path, SourcePosition position)
    {
        try
        {
            return GoGlob.Expand(Path.GetFullPath(path, folder));
        }
        catch (FormatException exception)
        {
            throw new StateFileException(position, $"\"{path}\": {exception.Message}.", exception);
        }
    }

    private ImmutableArray<string> Missing(string path, SourcePosition position)
    {
        switch (handler)
        {
            case null or "Error":
                throw new StateFileException(position, $"{kind} file matching \"{path}\" does not exist in {folder}; check the path, or set missingFileHandler: Warn.");
            case "Warn" or "Info":
                warnings.Add($"{new StateProblem(position, $"skipping missing {kind} file matching \"{path}\"")}");
                return [];
            case "Debug":
                return [];
            default:
                throw new StateFileException(
                    position, $"{kind} file matching \"{path}\" does not exist, and missingFileHandler \"{handler}\" is none of Error, Warn, Info and Debug.");
        }
    }
}
