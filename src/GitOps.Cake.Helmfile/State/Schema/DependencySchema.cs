namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one of a release's <c>dependencies</c>.</summary>
internal static class DependencySchema
{
    public static SectionSchema Instance { get; } = new(
        "a dependency",
        Key.Text("chart", "the chart that is added"),
        Key.Text("version", "its version"),
        Key.Text("alias", "its name within the chart"));
}
