using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Finds options that the helm at hand does not know, before it is asked to follow them.</summary>
internal static class HelmMajorCheck
{
    /// <param name="release">The release.</param>
    /// <param name="helmVersion">The version of helm; null where it is not known.</param>
    /// <returns>Why the release cannot be deployed; null where it can.</returns>
    public static string? Refusal(Release release, string? helmVersion)
    {
        if (release.Helm4Options.IsEmpty || helmVersion?.StartsWith("3.", StringComparison.Ordinal) != true)
            return null;

        var options = string.Join(" and ", release.Helm4Options);
        return $"The release asks for {options}, which helm {helmVersion} does not know. Use helm 4, or take {options} out of the release and of helmDefaults.";
    }
}
