using System.Formats.Tar;
using System.IO.Compression;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Sources;

/// <summary>Unpacks archives. Links, devices, and paths that lead out of the target are refused.</summary>
internal static class SourceArchive
{
    private static readonly string[] Endings = [".tar.gz", ".tgz", ".tar", ".zip"];

    /// <summary>The ending by which an address says that it is an archive; null where it says nothing of the kind.</summary>
    public static string? EndingOf(SourceAddress address) => address["archive"] switch
    {
        null or "" => Array.Find(Endings, ending => address.Path.EndsWith(ending, StringComparison.Ordinal)),
        var named => Array.Find(Endings, ending => ending == $".{named}"),
    };

    /// <summary>Unpacks an archive into a folder.</summary>
    /// <exception cref="GitOpsException">It is none, is too large, or holds what is refused.</exception>
    public static async Task UnpackAsync(
        string archive, string ending, string folder, string name, SourceLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var file = File.OpenRead(archive);
            await using (file.ConfigureAwait(false))
            {
                UnpackTarget target = new(folder, name, limits);
                await (ending switch
                {
                    ".zip" => UnzipAsync(file, target, cancellationToken),
                    ".tar" => UntarAsync(file, target, cancellationToken),
                    _ => UngzipAsync(file, target, cancellationToken),
                }).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new GitOpsException($"{name} cannot be unpacked: {exception.Message}", exception);
        }
    }

    private static async Task UngzipAsync(Stream file, UnpackTarget target, CancellationToken cancellationToken)
    {
        var stream = new GZipStream(file, CompressionMode.Decompress);
        await using (stream.ConfigureAwait(false))
        {
            await UntarAsync(stream, target, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task UntarAsync(Stream stream, UnpackTarget target, CancellationToken cancellationToken)
    {
        var tar = new TarReader(stream);
        await using (tar.ConfigureAwait(false))
        {
            while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken).ConfigureAwait(false) is { } entry)
            {
                if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes)
                    continue;
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                    throw target.Refused(entry.Name, "is a link or a device");
                await target.WriteAsync(entry.Name, entry.DataStream ?? Stream.Null, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task UnzipAsync(Stream stream, UnpackTarget target, CancellationToken cancellationToken)
    {
        const int linkMode = 0xA000;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            if (((entry.ExternalAttributes >> 16) & 0xF000) == linkMode)
                throw target.Refused(entry.FullName, "is a link");

            var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
                await target.WriteAsync(entry.FullName, content, cancellationToken).ConfigureAwait(false);
        }
    }
}
