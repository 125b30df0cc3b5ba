namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>The keys at the top of a state file.</summary>
internal static class StateSchema
{
    public static SectionSchema Instance { get; } = new(
        "the state file",
        Key.Text("helmBinary", "the helm program").Ignored("the scope names the helm program (HelmBinary)"),
        Key.Text("kustomizeBinary", "the kustomize program").Inert("kustomizations are built with kubectl kustomize"),
        Key.Texts("bases", "files that are merged below this one"),
        Key.NamedSections("environments", static () => EnvironmentSchema.Instance, "the environments and their values"),
        Key.Entries("values", "default state values, below those of the environment"),
        Key.Section("helmDefaults", static () => HelmDefaultsSchema.Instance, "how helm is called for every release"),
        Key.PathsOrSections("helmfiles", static () => SubHelmfileSchema.Instance, "state files that belong to this one"),
        Key.Sections("repositories", static () => RepositorySchema.Instance, "chart repositories and registries"),
        Key.Sections("releases", static () => ReleaseSchema.Instance, "the releases"),
        Key.NamedSections("templates", static () => ReleaseSchema.Instance, "what releases inherit from"),
        Key.TextOrTexts("defaultInherit", "templates that every release inherits from first"),
        Key.TextMap("commonLabels", "labels of every release"),
        Key.Sections("hooks", static () => HookSchema.Instance, "programs that run before and after the whole file"),
        Key.Texts("apiVersions", "what charts find in Capabilities.APIVersions"),
        Key.Text("kubeVersion", "what charts find in Capabilities.KubeVersion"),
        Key.Text("kubeContext", "the context of every release, whatever they say"),
        Key.Text("namespace", "the namespace of every release, whatever they say"),
        Key.Text("chart", "the chart of every release, whatever they say"),
        Key.Text("missingFileHandler", "what happens where a values file is missing: Error, Warn, Info or Debug").Shared(),
        Key.Section("missingFileHandlerConfig", static () => MissingFileSchema.Instance, "more about missing files"),
        Key.Text("lockFilePath", "the lock file, by default beside the state file"),
        Key.Section("llm", static () => LlmSchema.Instance, "settings of helmfile doctor").Inert("the native engine has no such command"),
        Key.Text("filepath", "written by helmfile build").Inert("it is a result, not a setting"),
        Key.Any("renderedvalues", "written by helmfile build").Inert("it is a result, not a setting"));
}
