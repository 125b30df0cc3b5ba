using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>Which of a release's labels can become labels of its record.</summary>
internal static class RecordLabels
{
    // Helm keeps these for itself.
    private static readonly ImmutableArray<string> Reserved = ["", "name", "owner", "status", "version", "createdAt", "modifiedAt"];

    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> labels) => labels.RemoveRange(Reserved);
}
