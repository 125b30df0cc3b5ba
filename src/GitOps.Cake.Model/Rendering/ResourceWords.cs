using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A changed resource in words.</summary>
internal static class ResourceWords
{
    /// <summary>The resource's name; with its API version where the release has another change of that name.</summary>
    public static string Name(ResourceChange change, PlannedRelease release)
    {
        var name = change.Resource.ToString();
        return release.Resources.Count(other => other.Resource.ToString() == name) > 1 ? $"{name} ({change.Resource.ApiVersion})" : name;
    }

    public static string Remark(ResourceChange change) => change.Change switch
    {
        ResourceChangeKind.TextOnly => "text only: no field differs",
        ResourceChangeKind.Ownership => $"taken over from {change.Owner ?? "another owner"}",
        _ => "",
    };

    /// <summary>Whether names and fields leave open what changes, so that the diff has to tell.</summary>
    public static bool NeedsDiff(ResourceChange change) => change.Change switch
    {
        ResourceChangeKind.TextOnly => true,
        ResourceChangeKind.Changed => change.Fields.IsEmpty || !change.Fields.All(FieldWords.TellsAll),
        _ => false,
    };
}
