namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one entry of <c>inherit</c>.</summary>
internal static class InheritSchema
{
    public static SectionSchema Instance { get; } = new(
        "an inherit entry",
        Key.Text("template", "the name of one of the templates"),
        Key.Texts("except", "keys that are not taken over"));
}
