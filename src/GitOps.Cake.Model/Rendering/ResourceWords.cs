using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A changed resource in words.</summary>
internal static class ResourceWords
{
    /// <summary>What there is to say besides the name and the fields.</summary>
    public static string Remark(ResourceChange change, bool folds = true) =>
        Kind(change) is { Length: > 0 } kind ? kind : folds ? FoldedChanges.Besides(change) : "";

    /// <summary>Whether names and fields leave open what changes, so that the diff has to tell.</summary>
    public static bool NeedsDiff(ResourceChange change) => change.Change switch
    {
        ResourceChangeKind.TextOnly => true,
        ResourceChangeKind.Changed => change.Fields.IsEmpty || !change.Fields.All(FieldWords.TellsAll),
        _ => false,
    };

    private static string Kind(ResourceChange change) => change.Change switch
    {
        ResourceChangeKind.TextOnly => "text only: no field differs",
        ResourceChangeKind.Ownership => $"taken over from {change.Owner ?? "another owner"}",
        ResourceChangeKind.Added when change.RenamedFrom is { } from => $"renamed from {Name(from, change.Resource)}",
        ResourceChangeKind.Removed when change.RenamedTo is { } to => $"renamed to {Name(to, change.Resource)}",
        ResourceChangeKind.Changed when change is { Diff: null, Fields.IsEmpty: true } => "content not shown",
        _ => "",
    };

    private static string Name(ResourceId resource, ResourceId beside) =>
        resource.Namespace == beside.Namespace || resource.Namespace.Length == 0 ? resource.Name : $"{resource.Namespace}/{resource.Name}";
}
