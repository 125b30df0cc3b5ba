using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Schema;

namespace GitOps.Cake.Helmfile.Verbs.Build;

/// <summary>The order in which helmfile writes the keys of a section, and those that it always writes.</summary>
internal sealed record HelmfileOrder(ImmutableArray<KeySpec> Keys, ImmutableHashSet<string> Always)
{
    private static readonly HelmfileOrder State = Make(
        StateSchema.Instance,
        [
            "values", "environments", "bases", "helmDefaults", "helmfiles", "kubeContext", "namespace", "chart", "repositories", "commonLabels", "releases", "llm",
            "apiVersions", "kubeVersion", "hooks", "templates", "defaultInherit", "missingFileHandler", "missingFileHandlerConfig", "lockFilePath",
        ],
        "templates");

    private static readonly HelmfileOrder Release = Make(
        ReleaseSchema.Instance,
        [
            "chart", "directory", "version", "verify", "keyring", "enableDNS", "devel", "wait", "waitRetries", "waitForJobs", "timeout", "recreatePods", "force",
            "installed", "updateStrategy", "atomic", "rollbackOnFailure", "cleanupOnFail", "forceConflicts", "historyMax", "condition", "createNamespace",
            "reuseValues", "disableOpenAPIValidation", "disableValidation", "disableValidationOnInstall", "missingFileHandler", "missingFileHandlerConfig", "needs",
            "hooks", "unitTests", "name", "description", "namespace", "labels", "values", "secrets", "set", "setString", "valuesTemplate", "setTemplate",
        ]);

    private static readonly HelmfileOrder Defaults = Make(
        HelmDefaultsSchema.Instance,
        [],
        "verify", "enableDNS", "devel", "wait", "waitRetries", "waitForJobs", "timeout", "recreatePods", "force", "atomic", "rollbackOnFailure", "forceConflicts",
        "skipDeps", "skipRefresh", "reuseValues");

    private static readonly HelmfileOrder Hook = Make(HookSchema.Instance, ["name", "events", "command", "kubectlApply", "args"], "name", "events", "command", "args", "showlogs");

    public static HelmfileOrder Of(SectionSchema schema) =>
        schema == StateSchema.Instance ? State
        : schema == ReleaseSchema.Instance ? Release
        : schema == HelmDefaultsSchema.Instance ? Defaults
        : schema == HookSchema.Instance ? Hook
        : Make(schema, []);

    private static HelmfileOrder Make(SectionSchema schema, ReadOnlySpan<string> first, params ReadOnlySpan<string> always)
    {
        var leading = first.ToArray().Select(name => schema.Find(name)!).ToImmutableArray();
        return new([.. leading, .. schema.Keys.Where(key => !leading.Contains(key))], [.. always]);
    }
}
