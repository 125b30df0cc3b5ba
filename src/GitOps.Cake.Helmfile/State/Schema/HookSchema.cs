namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one of the <c>hooks</c>.</summary>
internal static class HookSchema
{
    public static SectionSchema Instance { get; } = new(
        "a hook",
        Key.Text("name", "what messages call it"),
        Key.Texts("events", "when it runs"),
        Key.Text("command", "the program"),
        Key.TextMap("kubectlApply", "a file or kustomization to apply in place of a command"),
        Key.Texts("args", "the program's arguments"),
        Key.Flag("showlogs", "whether its output is shown"));
}
