using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Cache;

/// <summary><c>cache info</c> and <c>cache cleanup</c>.</summary>
internal static class CacheKeeping
{
    public static CacheReport Run(IFetchCache cache, HelmfileCacheSettings settings) => new()
    {
        Folder = cache.Home,
        Entries = [.. settings.Cleanup ? cache.Clean() : cache.List()],
        Cleaned = settings.Cleanup,
    };
}
