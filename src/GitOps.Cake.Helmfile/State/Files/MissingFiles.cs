using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Sources;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Finds the files that an entry names, fetches those from elsewhere, and decides what a missing one means.</summary>
/// <param name="kind">What the files are, as in <c>environment values</c>.</param>
/// <param name="folder">The folder that relative paths start from.</param>
/// <param name="handler"><c>missingFileHandler</c>; an error by default.</param>
/// <param name="warnings">Where warnings go.</param>
/// <param name="sources">Fetches files from elsewhere.</param>
internal sealed class MissingFiles(string kind, string folder, string? handler, ICollection<string> warnings, RemoteSources sources)
{
    /// <summary>Whether a file of a git branch that is not there counts as a missing file.</summary>
    public bool IgnoresMissingReference { get; init; }

    /// <summary>The files that a path, pattern or address names; none where a missing one is passed over.</summary>
    /// <exception cref="StateFileException">There is none, or it cannot be fetched.</exception>
    public async Task<ImmutableArray<string>> ResolveAsync(string path, SourcePosition position, CancellationToken cancellationToken)
    {
        var files = SourceAddress.IsRemote(path)
            ? await FetchAsync(path, position, cancellationToken).ConfigureAwait(false)
            : Expand(Path.GetFullPath(path, folder), path, position);
        return files.Length > 0 ? files : Missing(path, position);
    }

    private async Task<ImmutableArray<string>> FetchAsync(string path, SourcePosition position, CancellationToken cancellationToken)
    {
        var fetched = await sources.FetchAsync(path, RemoteSources.Values, position, cancellationToken).ConfigureAwait(false);
        if (fetched is null && !IgnoresMissingReference)
            throw RemoteSources.MissingReference(path, position);

        // Of a repository a folder is no file: it is as good as missing.
        return fetched is null ? [] : [.. Expand(fetched, path, position).Where(File.Exists)];
    }

    private ImmutableArray<string> Expand(string absolute, string path, SourcePosition position)
    {
        try
        {
            return GoGlob.Expand(sources.Files.Inputs.AddPattern(absolute));
        }
        catch (FormatException exception)
        {
            throw new StateFileException(position, $"\"{path}\": {exception.Message}.", exception);
        }
    }

    private ImmutableArray<string> Missing(string path, SourcePosition position)
    {
        var place = SourceAddress.IsRemote(path) ? "" : $" in {folder}";
        var name = SourceAddress.IsRemote(path) ? RemoteSources.Shown(path) : path;
        switch (handler)
        {
            case null or "Error":
                throw new StateFileException(position, $"{kind} file matching \"{name}\" does not exist{place}; check the path, or set missingFileHandler: Warn.");
            case "Warn" or "Info":
                warnings.Add($"{new StateProblem(position, $"skipping missing {kind} file matching \"{name}\"")}");
                return [];
            case "Debug":
                return [];
            default:
                throw new StateFileException(
                    position, $"{kind} file matching \"{name}\" does not exist, and missingFileHandler \"{handler}\" is none of Error, Warn, Info and Debug.");
        }
    }
}
