using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Reads <c>missingFileHandlerConfig</c>: that of a release, else that of its file.</summary>
internal static class MissingReferences
{
    /// <param name="sections">Where it may stand; the first one that has it counts.</param>
    public static bool AreIgnored(params ReadOnlySpan<Section> sections)
    {
        foreach (var section in sections)
        {
            if (section.Inner("missingFileHandlerConfig") is { } config)
                return config.IsTrue("ignoreMissingGitBranch");
        }

        return false;
    }
}
