using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Definitions;

/// <summary>
/// Puts a release's options and those of <c>helmDefaults</c> together, each by its own rule: for most the release decides, also with false;
/// some are on as soon as one of the two says so.
/// </summary>
internal sealed class OptionsReader(Section root, Section release)
{
    private static readonly ImmutableArray<string> FlagsOfHelm4 = ["forceConflicts", "rollbackOnFailure"];

    private readonly Section _defaults = root.Inner("helmDefaults") ?? new(HelmDefaultsSchema.Instance, root.Position);

    public UpgradeOptions Upgrade() => new()
    {
        CreateNamespace = release.Flag("createNamespace") ?? _defaults.Flag("createNamespace") ?? true,
        Timeout = Seconds("timeout"),
        Wait = Flag("wait"),
        WaitForJobs = Flag("waitForJobs"),
        LegacyWait = Text("trackMode") == "helm-legacy",
        RollbackOnFailure = Flag("atomic") || Flag("rollbackOnFailure"),
        CleanupOnFail = Flag("cleanupOnFail"),
        Force = Flag("force"),
        ForceConflicts = Flag("forceConflicts"),
        RecreatePods = Flag("recreatePods"),
        ServerSide = Text("serverSide"),
        TakeOwnership = AnyTrue("takeOwnership"),
        SkipCrds = _defaults.IsTrue("skipCRDs"),
        ReuseValues = Flag("reuseValues"),
        DisableOpenApiValidation = Flag("disableOpenAPIValidation"),
        HistoryMax = (int)(release.Number("historyMax") ?? _defaults.Number("historyMax") ?? 10),
        Description = release.NonEmpty("description"),
        Labels = AnyTrue("syncReleaseLabels") ? RecordLabels.Of(release.TextMap("labels")) : Empty.Texts,
        SyncArguments = HelmWords.Of(Values(_defaults.Texts("syncArgs"))),
    };

    public ReleaseRendering Rendering(ImmutableArray<string> postRendererArguments) => new()
    {
        KubeVersion = release.NonEmpty("kubeVersion"),
        ApiVersions = Values(release.Texts("apiVersions")),
        Devel = Flag("devel"),
        EnableDns = Flag("enableDNS"),
        SkipSchemaValidation = AnyTrue("skipSchemaValidation"),
        PostRenderer = Text("postRenderer"),
        PostRendererArguments = [.. postRendererArguments.Where(argument => argument.Length > 0)],
        TemplateArguments = HelmWords.Of(Values(_defaults.Texts("templateArgs"))),
        ExtraArguments = HelmWords.Of(Values(_defaults.Texts("args"))),
    };

    public ReleaseUninstall Uninstall() => new()
    {
        Wait = Flag("deleteWait"),
        Timeout = Seconds("deleteTimeout"),
        Cascade = Text("cascade"),
    };

    public ReleaseComparison Comparison() => new()
    {
        SuppressDiff = release.IsTrue("suppressDiff"),
        DiffArguments = Values(_defaults.Texts("diffArgs")),
        DisableValidation = Flag("disableValidation"),
        DisableValidationOnInstall = release.IsTrue("disableValidationOnInstall"),
        StateKubeVersion = root.NonEmpty("kubeVersion") is not null,
        DetectKubeVersion = !Flag("disableAutoDetectedKubeVersionForDiff"),
        SuppressOutputLineRegex =
        [
            .. Values(release.Texts("suppressOutputLineRegex") is { IsEmpty: false } own ? own : _defaults.Texts("suppressOutputLineRegex"))
                .Where(pattern => pattern.Length > 0),
        ],
    };

    /// <summary>Options in force that helm 3 does not know.</summary>
    public ImmutableArray<string> OnlyOfHelm4() =>
    [
        .. FlagsOfHelm4.Where(Flag),
        .. Text("serverSide") is null ? ImmutableArray<string>.Empty : ["serverSide"],
    ];

    /// <summary>Options of an upgrade that exclude each other, or that have no such value; as with helmfile, nothing but an upgrade minds.</summary>
    public void Check(StateProblems problems)
    {
        if (Flag("force") && Flag("forceConflicts"))
            problems.Add(release.PositionOf("forceConflicts"), "force and forceConflicts exclude each other; keep one of them, here and in helmDefaults.");
        if (Flag("atomic") && Flag("rollbackOnFailure"))
            problems.Add(release.PositionOf("atomic"), "atomic and rollbackOnFailure mean the same; keep one of them, here and in helmDefaults.");
        if (Text("serverSide") is not (null or "true" or "false" or "auto"))
            problems.Add(release.PositionOf("serverSide"), $"serverSide \"{Text("serverSide")}\" is invalid: it is true, false or auto.");
    }

    private bool Flag(string key) => release.Flag(key) ?? _defaults.IsTrue(key);

    private bool AnyTrue(string key) => release.IsTrue(key) || _defaults.IsTrue(key);

    private string? Text(string key) => release.NonEmpty(key) ?? _defaults.NonEmpty(key);

    private TimeSpan? Seconds(string key) => (release.Number(key) ?? _defaults.Number(key)) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static ImmutableArray<string> Values(ImmutableArray<Placed<string>> texts) => [.. texts.Select(text => text.Value)];
}
