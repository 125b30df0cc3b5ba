namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of <c>missingFileHandlerConfig</c>.</summary>
internal static class MissingFileSchema
{
    public static SectionSchema Instance { get; } = new(
        "missingFileHandlerConfig",
        Key.Flag("ignoreMissingGitBranch", "whether a git branch may be missing"));
}
