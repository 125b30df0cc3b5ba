using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Finds options that the helm at hand does not know, before it is asked to follow them.</summary>
internal static class HelmMajorCheck
{
    // A comparison hands this one to helm as well.
    private const string ServerSide = "serverSide";

    /// <param name="release">The release.</param>
    /// <param name="helmVersion">The version of helm; null where it is not known.</param>
    /// <param name="isUpgraded">Whether it is to be upgraded, and not only compared.</param>
    /// <returns>Why helm cannot be called for the release; null where it can.</returns>
    public static string? Refusal(Release release, string? helmVersion, bool isUpgraded)
    {
        if (!release.Installed || helmVersion is null)
            return null;

        if (!helmVersion.StartsWith("3.", StringComparison.Ordinal))
        {
            return isUpgraded && release.Options.RecreatePods
                ? $"The release asks for recreatePods, which helm {helmVersion} does not know any more. Take it out of the release and of helmDefaults, or use helm 3."
                : null;
        }

        var options = string.Join(" and ", release.Helm4Options.Where(option => isUpgraded || option == ServerSide));
        return options.Length == 0
            ? null
            : $"The release asks for {options}, which helm {helmVersion} does not know. Use helm 4, or take {options} out of the release and of helmDefaults.";
    }
}
