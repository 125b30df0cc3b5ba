using System.Collections.Immutable;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Makes the engine's settings of a command line.</summary>
/// <param name="line">The command line.</param>
/// <param name="scope">The scope that its global flags make.</param>
internal sealed class SettingsReader(CommandLine line, HelmfileScope scope)
{
    public HelmfileScope Scope => scope;

    public ChartValues Values => new() { Files = line.Texts("values"), Set = line.Texts("set") };

    public NeedsSelection Needs => new()
    {
        Mode = line.IsOn("include-transitive-needs") ? NeedsMode.IncludeTransitive
            : line.IsOn("include-needs") ? NeedsMode.Include
            : line.Boolean("skip-needs") == false ? NeedsMode.Require
            : NeedsMode.Ignore,
        EnforceInstalled = line.IsOn("enforce-needs-are-installed"),
    };

    public HelmfileDiffSettings Diff => new()
    {
        Scope = scope,
        Values = Values,
        Needs = Needs,
        Diff = Comparison,
        PreviousValues = PreviousValues,
        TakeOwnership = line.IsOn("take-ownership"),
        ServerSide = ServerSide,
        PostRenderer = line.Text("post-renderer"),
        PostRendererArgs = line.Texts("post-renderer-args"),
        Validate = line.IsOn("validate"),
        Args = Args,
        TemplateArgs = TemplateArgs,
    };

    public HelmfileApplySettings Apply => new()
    {
        Scope = scope,
        Values = Values,
        Needs = Needs,
        Diff = Comparison,
        Upgrade = Upgrade,
        Validate = line.IsOn("validate"),
        Args = Args,
        TemplateArgs = TemplateArgs,
    };

    public HelmfileSyncSettings Sync => new()
    {
        Scope = scope,
        Values = Values,
        Needs = Needs,
        Upgrade = Upgrade,
        Validate = line.IsOn("validate"),
        Args = Args,
        TemplateArgs = TemplateArgs,
    };

    public HelmfileTemplateSettings Template => new()
    {
        Scope = scope,
        Values = Values,
        Needs = Needs,
        OutputDir = line.Text("output-dir"),
        OutputDirTemplate = line.Text("output-dir-template"),
        Validate = line.IsOn("validate"),
        IncludeCrds = line.IsOn("include-crds"),
        SkipTests = line.IsOn("skip-tests"),
        NoHooks = line.IsOn("no-hooks"),
        SkipSchemaValidation = line.IsOn("skip-schema-validation"),
        KubeVersion = line.Text("kube-version"),
        ShowOnly = line.Texts("show-only"),
        PostRenderer = line.Text("post-renderer"),
        PostRendererArgs = line.Texts("post-renderer-args"),
        Args = Args,
        TemplateArgs = TemplateArgs,
    };

    public HelmfileDestroySettings Destroy => new()
    {
        Scope = scope,
        Cascade = Cascade,
        SkipCharts = line.IsOn("skip-charts"),
        Args = Args,
    };

    public ImmutableArray<string> Args => line.SplitWords("args");

    private ImmutableArray<string> TemplateArgs => line.SplitWords("template-args");

    private DiffOptions Comparison => new()
    {
        Context = line.Number("context") is > 0 and var lines ? lines : null,
        SuppressKinds = line.Texts("suppress"),
        SuppressSecrets = line.IsOn("suppress-secrets"),
        SuppressDiff = line.IsOn("suppress-diff"),
        SuppressOutputLineRegex = line.Texts("suppress-output-line-regex"),
        IncludeTests = line.IsOn("include-tests"),
        NoHooks = line.IsOn("no-hooks"),
        SkipDiffOnInstall = line.IsOn("skip-diff-on-install"),
        SkipDiffValidationOnInstall = line.IsOn("skip-diff-validation-on-install"),
        StripTrailingCr = line.IsOn("strip-trailing-cr"),
        DiffArgs = line.SplitWords("diff-args"),
    };

    private UpgradeChoices Upgrade => new()
    {
        Wait = line.IsOn("wait"),
        WaitForJobs = line.IsOn("wait-for-jobs"),
        UpgradeTimeout = line.Seconds("timeout"),
        PreviousValues = PreviousValues,
        SkipCrds = line.IsOn("skip-crds"),
        SkipSchemaValidation = line.IsOn("skip-schema-validation"),
        HideNotes = line.IsOn("hide-notes"),
        TakeOwnership = line.IsOn("take-ownership"),
        ServerSide = ServerSide,
        SyncReleaseLabels = line.IsOn("sync-release-labels"),
        Cascade = Cascade,
        Description = line.Text("description"),
        PostRenderer = line.Text("post-renderer"),
        PostRendererArgs = line.Texts("post-renderer-args"),
        SyncArgs = line.SplitWords("sync-args"),
        Track = Track,
    };

    private TrackOptions Track => new()
    {
        Mode = line.Text("track-mode") switch
        {
            null => null,
            "helm" => TrackMode.Helm,
            "helm-legacy" => TrackMode.HelmLegacy,
            "kubedog" => TrackMode.Kubedog,
            var other => throw new CommandLineException($"invalid track mode \"{other}\""),
        },
        Timeout = line.Seconds("track-timeout"),
        Logs = line.IsOn("track-logs"),
        FailedLogs = line.IsOn("track-failed-logs"),
        HelmStuckGrace = line.Seconds("helm-stuck-grace"),
        FailOnError = line.IsOn("track-fail-on-error"),
    };

    private PreviousValues PreviousValues => line.IsOn("reset-values") ? PreviousValues.Reset
        : line.IsOn("reuse-values") ? PreviousValues.Reuse
        : PreviousValues.AsDeclared;

    private ServerSideApply? ServerSide => line.Text("server-side") switch
    {
        null => null,
        "true" => ServerSideApply.Enabled,
        "false" => ServerSideApply.Disabled,
        "auto" => ServerSideApply.Auto,
        var other => throw new GitOpsException($"--server-side \"{other}\" is invalid: it is true, false or auto."),
    };

    private DeletionCascade? Cascade => line.Text("cascade") switch
    {
        null => null,
        "background" => DeletionCascade.Background,
        "foreground" => DeletionCascade.Foreground,
        "orphan" => DeletionCascade.Orphan,
        var other => throw new GitOpsException($"--cascade \"{other}\" is invalid: it is background, foreground or orphan."),
    };
}
