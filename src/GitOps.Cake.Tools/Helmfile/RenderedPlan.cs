using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// What is known of a helmfile that was rendered and compared with nothing, as a plan: its releases and the names of their objects. It is partial, so
/// it can be shown and never be approved.
/// </summary>
internal static class RenderedPlan
{
    /// <param name="rendered">The manifests.</param>
    /// <param name="scope">What they are of; its name is known.</param>
    /// <param name="why">Why nothing was compared, in a sentence.</param>
    /// <param name="time">When.</param>
    public static Plan Of(RenderedReleases rendered, HelmfileScope scope, string why, DateTimeOffset time) => new()
    {
        Scope = scope.Name!,
        Environment = scope.Environment ?? "default",
        Warnings = [why],
        Origin = new() { CreatedAt = time, File = scope.File },
        Releases = [.. rendered.Releases.Select(Release)],
    };

    private static PlannedRelease Release(RenderedRelease release)
    {
        var objects = ManifestParser.ReadRendered(release.Manifests, release.Release.Namespace).Resources.Select(resource => $"{resource.Id}").ToImmutableArray();
        return new()
        {
            Release = release.Release,
            Action = ReleaseAction.Unknown,
            Reason = ChangeReason.NotCompared,
            Comparison = Comparison.Skipped,
            Chart = release.Chart,
            Detail = string.Join('\n', [$"Rendered, and compared with nothing. It has {objects.Length} {(objects.Length == 1 ? "object" : "objects")}{(objects.IsEmpty ? "." : ":")}", .. objects]),
        };
    }
}
