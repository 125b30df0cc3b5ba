using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>Reads <c>missingFileHandlerConfig</c>: that of a release, else that of its file.</summary>
internal static class MissingReferences
{
    public static bool AreIgnored(Section release, HelmfileState state) =>
        (release.Inner("missingFileHandlerConfig") ?? state.Root.Inner("missingFileHandlerConfig"))?.IsTrue("ignoreMissingGitBranch") == true;
}
