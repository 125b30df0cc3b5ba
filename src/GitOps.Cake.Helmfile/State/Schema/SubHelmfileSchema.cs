namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one of the <c>helmfiles</c>.</summary>
internal static class SubHelmfileSchema
{
    public static SectionSchema Instance { get; } = new(
        "a sub-helmfile",
        Key.Text("path", "a file, a folder, a pattern or an address"),
        Key.Texts("selectors", "what is selected of it, in place of the parent's selectors"),
        Key.Flag("selectorsInherited", "whether the parent's selectors choose"),
        Key.Entries("values", "state values for it"),
        Key.Texts("inherits", "sections of this file that it starts from"));
}
