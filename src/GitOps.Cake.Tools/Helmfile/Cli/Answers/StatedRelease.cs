namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>A state file may leave the namespace of a release to the context; helm then names one that no line of helmfile does.</summary>
internal static class StatedRelease
{
    /// <summary>Whether a release as the state file names it is the one that helm or a table tells of.</summary>
    public static bool IsStatedFor(this ReleaseId stated, ReleaseId told) =>
        stated.Name == told.Name && (stated.Namespace == told.Namespace || stated.Namespace.Length == 0);
}
