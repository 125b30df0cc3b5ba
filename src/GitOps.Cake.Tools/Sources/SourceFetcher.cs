using System.Collections.Concurrent;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Sources;

/// <summary>Fetches sources, each once per run; those that may be kept lie in the cache for later runs.</summary>
internal sealed class SourceFetcher(GitSource git, WebSource web, SourceCache cache, RunFolder folder, SourceLimits limits, IRunLog log) : ISourceFetcher
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _filled = new(StringComparer.Ordinal);

    public Task<FetchedSource?> FetchAsync(SourceAddress address, string area, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address switch
        {
            { Getter: "git", Scheme: "https" or "http" or "ssh" or "git" or "file" } => TreeAsync(address, area, draft => git.FetchAsync(address, draft, cancellationToken)),
            { Getter: "http" or "https", Scheme: "http" or "https" } => TreeAsync(address, area, draft => ArchiveAsync(address, draft, cancellationToken)),
            { Getter: "", Scheme: "http" or "https" } => FileAsync(address, cancellationToken),
            _ => throw new GitOpsException(
                $"{address} cannot be fetched by the native engine, which knows git:: with https, ssh and file, files of web servers, and archives behind http::. Put it into the repository, or use the CLI engine (--engine=cli), which drives the real helmfile."),
        };
    }

    private async Task<FetchedSource?> TreeAsync(SourceAddress address, string area, Func<string, Task<bool>> fetch)
    {
        var place = Path.Combine(cache.Home, SourcePlace.OfTree(address, area));
        if (!address.IsCached)
            place = Path.Combine(folder.Path, "sources", SourcePlace.OfTree(address, area));

        return await FillAsync(address, place, () => Directory.Exists(place), draft => CheckedAsync(address, draft, fetch)).ConfigureAwait(false)
            ? new(place, SourceTree.Find(place, address.File, address.ToString()))
            : null;
    }

    private async Task<FetchedSource?> FileAsync(SourceAddress address, CancellationToken cancellationToken)
    {
        var (place, file) = SourcePlace.OfFile(address);
        place = Path.Combine(address.IsCached ? cache.Home : Path.Combine(folder.Path, "sources"), place);
        var target = Path.Combine(place, file);
        await FillAsync(address, target, () => File.Exists(target), async draft =>
        {
            var fetched = Path.Combine(draft, file);
            await web.FetchAsync(address, fetched, cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(place);
            File.Move(fetched, target, overwrite: true);
            return false;
        }).ConfigureAwait(false);
        return new(target, target);
    }

    private Task<bool> FillAsync(SourceAddress address, string place, Func<bool> isThere, Func<string, Task<bool>> fill) => _filled.GetOrAdd(place, _ => new(async () =>
    {
        if (isThere())
        {
            log.Verbose($"{address} is taken from {place}.");
            return true;
        }

        log.Verbose($"{address} is fetched to {place}.");
        return await cache.FillAsync(place, fill).ConfigureAwait(false);
    })).Value;

    private async Task<bool> CheckedAsync(SourceAddress address, string draft, Func<string, Task<bool>> fetch)
    {
        if (!await fetch(draft).ConfigureAwait(false))
            return false;

        SourceTree.Check(draft, address.ToString(), limits);
        return true;
    }

    private async Task<bool> ArchiveAsync(SourceAddress address, string draft, CancellationToken cancellationToken)
    {
        var ending = SourceArchive.EndingOf(address)
            ?? throw new GitOpsException($"{address} names no archive that can be unpacked (.tar.gz, .tgz, .tar, .zip); for a single file leave out \"{address.Getter}::\".");
        if (address["checksum"] is not null)
            throw new GitOpsException($"{address} asks for a checksum, which the native engine does not compare: fetch from git by a commit, or use the CLI engine (--engine=cli), which drives the real helmfile.");

        var archive = folder.Reserve("source");
        await web.FetchAsync(address, archive, cancellationToken).ConfigureAwait(false);
        await SourceArchive.UnpackAsync(archive, ending, draft, address.ToString(), limits, cancellationToken).ConfigureAwait(false);
        File.Delete(archive);
        return true;
    }
}
