using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>The names of a release's resources; with the API version where two changes have one name.</summary>
internal sealed class ResourceNames(PlannedRelease release)
{
    private readonly HashSet<string> _shared =
    [
        .. release.Resources.GroupBy(change => change.Resource.ToString()).Where(group => group.Count() > 1).Select(group => group.Key),
    ];

    public string Of(ResourceChange change) => change.Resource.ToString() is var name && _shared.Contains(name)
        ? $"{name} ({change.Resource.ApiVersion})"
        : name;
}
