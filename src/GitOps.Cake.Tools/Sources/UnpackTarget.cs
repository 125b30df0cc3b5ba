using System.Diagnostics.CodeAnalysis;

namespace GitOps.Cake.Sources;

/// <summary>The folder that an archive is unpacked into, with an eye on what its entries claim.</summary>
internal sealed class UnpackTarget(string folder, string name, SourceLimits limits)
{
    private long _bytes;
    private int _files;

    /// <summary>Writes an entry.</summary>
    /// <exception cref="GitOpsException">Its path leads out of the folder, or the archive is too large.</exception>
    [SuppressMessage("Security", "CA5389:Do not add archive item's path to the target file system path", Justification = "Paths that lead out of the folder are refused.")]
    public async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var segments = path.Split('/', '\\');
        if (Path.IsPathRooted(path) || segments.Contains("..") || path.Contains(':', StringComparison.Ordinal))
            throw Refused(path, "leads out of it");
        if (++_files > limits.Files)
            throw TooLarge();

        var target = Path.Combine(folder, Path.Combine(segments));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            var buffer = new byte[81920];
            while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if ((_bytes += read) > limits.Tree)
                    throw TooLarge();
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public GitOpsException Refused(string path, string why) => new($"{name} is refused: its entry \"{path}\" {why}.");

    private GitOpsException TooLarge() => new($"{name} is refused: it has more than {limits.Files} files or {limits.Tree / (1024 * 1024)} MiB.");
}
