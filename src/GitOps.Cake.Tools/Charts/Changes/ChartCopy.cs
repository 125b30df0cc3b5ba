using System.Formats.Tar;
using System.IO.Compression;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Copies a chart, so that it can be changed.</summary>
internal static class ChartCopy
{
    // Nobody nests folders this deep; links that lead in a circle do.
    private const int MaxDepth = 40;

    /// <summary>Copies a folder with all that is in it. Links are followed: the copy lies elsewhere, where a relative one would lead nowhere.</summary>
    /// <exception cref="GitOpsException">The folder cannot be copied.</exception>
    public static void OfFolder(string source, string target)
    {
        try
        {
            Copy(new(source), target, 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitOpsException($"The folder {source} cannot be copied: {exception.Message} Correct what it says, and see that no link in the folder leads nowhere or in a circle.", exception);
        }
    }

    /// <summary>Unpacks a packed chart.</summary>
    /// <returns>The folder of the chart.</returns>
    /// <exception cref="GitOpsException">It is no packed chart.</exception>
    public static async Task<string> OfArchiveAsync(string archive, string target, CancellationToken cancellationToken)
    {
        try
        {
            var file = File.OpenRead(archive);
            await using (file.ConfigureAwait(false))
            {
                var unzip = new GZipStream(file, CompressionMode.Decompress);
                await using (unzip.ConfigureAwait(false))
                    await TarFile.ExtractToDirectoryAsync(unzip, target, overwriteFiles: false, cancellationToken).ConfigureAwait(false);
            }

            return Directory.EnumerateDirectories(target).Single();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new GitOpsException($"The packed chart {archive} cannot be unpacked: {exception.Message} Pack it again with `helm package`.", exception);
        }
    }

    private static void Copy(DirectoryInfo source, string target, int depth)
    {
        if (depth > MaxDepth)
            throw new IOException($"It is nested more than {MaxDepth} folders deep ({source.FullName}).");

        Directory.CreateDirectory(target);
        foreach (var entry in source.EnumerateFileSystemInfos())
        {
            var path = Path.Combine(target, entry.Name);
            if (entry is DirectoryInfo { Name: ".git" })
                continue;
            if (entry is DirectoryInfo folder)
                Copy(folder, path, depth + 1);
            else
                File.Copy(entry.FullName, path);
        }
    }
}
