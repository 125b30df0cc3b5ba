namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys of one of the <c>environments</c>.</summary>
internal static class EnvironmentSchema
{
    public static SectionSchema Instance { get; } = new(
        "an environment",
        Key.Entries("values", "state values of the environment: files and inline maps, later ones win"),
        Key.Texts("secrets", "encrypted files of state values, above the plain ones"),
        Key.Text("kubeContext", "the context of releases that name none"),
        Key.Text("missingFileHandler", "what happens where a values file is missing: Error, Warn, Info or Debug").Shared(),
        Key.Section("missingFileHandlerConfig", static () => MissingFileSchema.Instance, "more about missing files"),
        Key.Text("mergeStrategy", "override: later values win; fallback: earlier ones do"));
}
