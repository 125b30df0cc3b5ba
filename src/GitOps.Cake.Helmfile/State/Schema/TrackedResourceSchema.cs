namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one of <c>trackResources</c>.</summary>
internal static class TrackedResourceSchema
{
    public static SectionSchema Instance { get; } = new(
        "a tracked resource",
        Key.Text("kind", "its kind"),
        Key.Text("name", "its name"),
        Key.Text("namespace", "its namespace"));
}
