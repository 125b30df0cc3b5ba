namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one entry of <c>set</c>, <c>setString</c>, <c>setTemplate</c> and <c>env</c>.</summary>
internal static class SetValueSchema
{
    public static SectionSchema Instance { get; } = new(
        "a set entry",
        Key.Text("name", "the path of the value"),
        Key.Text("value", "the value"),
        Key.Text("file", "a file whose text is the value"),
        Key.Entries("values", "a list as the value"));
}
