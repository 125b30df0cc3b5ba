using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>
/// Objects that a release would create and that are there already, of another owner or of none: it takes them over, and changes what
/// they say.
/// </summary>
internal static class OwnershipChanges
{
    public static PreparedRelease Tell(PreparedRelease release, LiveRelease live)
    {
        var wanted = release.Wanted.Resources.Where(resource => !resource.IsHook).ToDictionary(resource => resource.Id);
        var changes = ImmutableArray.CreateBuilder<ResourceChange>();
        foreach (var change in release.Changes)
        {
            if (change.Change == ResourceChangeKind.Added && wanted.TryGetValue(change.Resource, out var resource)
                && live.Find(change.Resource) is { } found && Owner(found, release) is { } owner)
            {
                changes.Add(new() { Resource = change.Resource, Change = ResourceChangeKind.Ownership, Owner = owner });
                changes.AddRange(Compare(release, resource, found));
            }
            else
            {
                changes.Add(change);
            }
        }

        var all = changes.ToImmutable();
        return release with
        {
            Changes = all,
            Planned = release.Planned with { Resources = release.Diff.SuppressContent ? [] : all },
        };
    }

    private static ImmutableArray<ResourceChange> Compare(PreparedRelease release, Resource wanted, GoMap found)
    {
        var content = wanted.IsSecret ? SecretContent.Fold(wanted.Content) : wanted.Content;
        return new ManifestComparison(release.Secrets, release.Diff.Rules).Compare(
            new([wanted.With(GovernedFields.Of(found, content, null, null))], []),
            new([wanted.With(WantedFields.Of(content, found))], [])).Changes;
    }

    /// <summary>Who owns an object; null where the release itself does.</summary>
    private static string? Owner(GoMap live, PreparedRelease release)
    {
        var annotations = (live.GetValueOrDefault("metadata") as GoMap)?.GetValueOrDefault("annotations") as GoMap;
        var name = annotations?.GetValueOrDefault("meta.helm.sh/release-name") as string;
        var space = annotations?.GetValueOrDefault("meta.helm.sh/release-namespace") as string;
        return name == release.Release.Id.Name && space == release.Namespace ? null
            : name is null ? "nobody"
            : $"{space}/{name}";
    }
}
