using System.Collections.Immutable;

namespace GitOps.Cake.Options;

/// <summary>The options of single commands, named as helmfile names its flags unless Cake or this library has the name already.</summary>
internal static class CommandOptions
{
    public static readonly LibraryOption Set = new("set", "A value for the charts, as in image.tag=1.2.", IsRepeatable: true);
    public static readonly LibraryOption Values = new("values", "A values file for the charts.", IsRepeatable: true);
    public static readonly LibraryOption SkipNeeds = new("skip-needs", "Leave needs alone (the default); with =false one that is not chosen is an error.", IsFlag: true);
    public static readonly LibraryOption IncludeNeeds = new("include-needs", "Work on needed releases, too.", IsFlag: true);
    public static readonly LibraryOption IncludeTransitiveNeeds = new("include-transitive-needs", "Work on needed releases and on what those need, too.", IsFlag: true);
    public static readonly LibraryOption EnforceNeedsAreInstalled = new("enforce-needs-are-installed", "A need that is not to be installed is an error.", IsFlag: true);
    public static readonly LibraryOption Args = new("args", "Words for every helm call.");
    public static readonly LibraryOption TemplateArgs = new("template-args", "Words for every rendering.");
    public static readonly LibraryOption Validate = new("validate", "Check manifests against the API of the cluster.", IsFlag: true);
    public static readonly LibraryOption PostRenderer = new("post-renderer", "What rewrites manifests.");
    public static readonly LibraryOption PostRendererArgs = new("post-renderer-args", "An argument of the post-renderer.", IsRepeatable: true);
    public static readonly LibraryOption DiffContext = new("diff-context", "How many unchanged lines are shown around a change.");
    public static readonly LibraryOption Suppress = new("suppress", "A kind whose content is not shown.", IsRepeatable: true);
    public static readonly LibraryOption SuppressSecrets = new("suppress-secrets", "Show nothing but the names of changed Secrets.", IsFlag: true);
    public static readonly LibraryOption SuppressDiff = new("suppress-diff", "Show nothing but which releases change.", IsFlag: true);
    public static readonly LibraryOption SuppressOutputLineRegex = new("suppress-output-line-regex", "Lines that are not shown.", IsRepeatable: true);
    public static readonly LibraryOption Redact = new("redact", "Where values stand that are secret in no Secret, as in ConfigMap/data/*password*.", IsRepeatable: true);
    public static readonly LibraryOption IncludeTests = new("include-tests", "Compare test hooks, too.", IsFlag: true);
    public static readonly LibraryOption NoHooks = new("no-hooks", "Leave hooks out.", IsFlag: true);
    public static readonly LibraryOption SkipDiffOnInstall = new("skip-diff-on-install", "Do not compare what is not installed yet.", IsFlag: true);
    public static readonly LibraryOption SkipDiffValidationOnInstall = new("skip-diff-validation-on-install", "Do not validate what is not installed yet.", IsFlag: true);
    public static readonly LibraryOption StripTrailingCr = new("strip-trailing-cr", "Carriage returns at line ends are no difference.", IsFlag: true);
    public static readonly LibraryOption DiffArgs = new("diff-args", "Words for helm diff.");
    public static readonly LibraryOption Drift = new("drift", "Compare the live objects, too.", IsFlag: true);
    public static readonly LibraryOption ReuseValues = new("reuse-values", "Keep the values of the last revision.", IsFlag: true);
    public static readonly LibraryOption ResetValues = new("reset-values", "Drop the values of the last revision.", IsFlag: true);
    public static readonly LibraryOption TakeOwnership = new("take-ownership", "Take over objects of other owners.", IsFlag: true);
    public static readonly LibraryOption ServerSide = new("server-side", "Who merges objects, with helm 4: true, false or auto.");
    public static readonly LibraryOption Wait = new("wait", "Wait until resources are ready.", IsFlag: true);
    public static readonly LibraryOption WaitForJobs = new("wait-for-jobs", "Wait for jobs, too.", IsFlag: true);
    public static readonly LibraryOption UpgradeTimeout = new("timeout", "How many seconds helm waits for each release.");
    public static readonly LibraryOption SkipCrds = new("skip-crds", "Do not install the CRDs of charts.", IsFlag: true);
    public static readonly LibraryOption SkipSchemaValidation = new("skip-schema-validation", "Do not check values.schema.json.", IsFlag: true);
    public static readonly LibraryOption HideNotes = new("hide-notes", "Do not print the notes of charts.", IsFlag: true);
    public static readonly LibraryOption SyncReleaseLabels = new("sync-release-labels", "Write labels of releases into their records.", IsFlag: true);
    public static readonly LibraryOption Cascade = new("cascade", "What becomes of dependents of deleted objects: background, foreground or orphan.");
    public static readonly LibraryOption ReleaseDescription = new("release-description", "The description of the revisions.");
    public static readonly LibraryOption SyncArgs = new("sync-args", "Words for helm upgrade.");
    public static readonly LibraryOption TrackMode = new("track-mode", "Who follows a rollout: helm, helm-legacy or kubedog.");
    public static readonly LibraryOption TrackTimeout = new("track-timeout", "How many seconds a rollout is followed.");
    public static readonly LibraryOption TrackLogs = new("track-logs", "Show the logs of all Pods meanwhile.", IsFlag: true);
    public static readonly LibraryOption TrackFailedLogs = new("track-failed-logs", "Show the logs of failing Pods meanwhile.", IsFlag: true);
    public static readonly LibraryOption HelmStuckGrace = new("helm-stuck-grace", "After how many seconds a hanging helm is interrupted.");
    public static readonly LibraryOption TrackFailOnError = new("track-fail-on-error", "An error of the tracker fails the release.", IsFlag: true);
    public static readonly LibraryOption OutputDir = new("output-dir", "The folder that is written to.");
    public static readonly LibraryOption OutputDirTemplate = new("output-dir-template", "A Go template of the folder of a release.");
    public static readonly LibraryOption IncludeCrds = new("include-crds", "Render CRDs, too.", IsFlag: true);
    public static readonly LibraryOption SkipTests = new("skip-tests", "Leave test hooks out.", IsFlag: true);
    public static readonly LibraryOption KubeVersion = new("kube-version", "The version of Kubernetes that charts see.");
    public static readonly LibraryOption ShowOnly = new("show-only", "A template of a chart that alone is rendered.", IsRepeatable: true);
    public static readonly LibraryOption RetryFailed = new("retry-failed", "Sync what the real helmfile would leave failed, for --engine=cli.", IsFlag: true);
    public static readonly LibraryOption Output = new("output", "Print the result as json or yaml, and nothing else, on the standard output; the log goes to the standard error.");
    public static readonly LibraryOption SkipCharts = new("skip-charts", "Do not prepare charts.", IsFlag: true);
    public static readonly LibraryOption EmbedValues = new("embed-values", "Show the content of values files.", IsFlag: true);
    public static readonly LibraryOption Logs = new("logs", "Show the logs of test Pods.", IsFlag: true);
    public static readonly LibraryOption FailFast = new("fail-fast", "Stop at the first failing test.", IsFlag: true);
    public static readonly LibraryOption DebugPlugin = new("debug-plugin", "Have the plugin tell what it does.", IsFlag: true);
    public static readonly LibraryOption SkipRepos = new("skip-repos", "Take repositories as they were added before.", IsFlag: true);
    public static readonly LibraryOption WriteOutput = new("write-output", "Make a state file that names the downloaded charts.", IsFlag: true);
    public static readonly LibraryOption OutputFileTemplate = new("output-file-template", "A Go template of the values file of a release.");
    public static readonly LibraryOption Cleanup = new("cleanup", "Empty the cache.", IsFlag: true);
    public static readonly LibraryOption Force = new("force", "Overwrite, or install, without asking.", IsFlag: true);
    public static readonly LibraryOption EnforcePluginVerification = new("enforce-plugin-verification", "Refuse plugins that cannot be verified.", IsFlag: true);

    /// <summary>What a task follows whatever its settings say.</summary>
    public static ImmutableArray<LibraryOption> OfRun { get; } =
        [LibraryOptions.Workspace, LibraryOptions.Plan, LibraryOptions.ServerDryRun, LibraryOptions.Approved, LibraryOptions.Accept, LibraryOptions.RequireApproval, Output, .. LibraryOptions.Locking, .. LibraryOptions.GitHub];

    private static readonly ImmutableArray<LibraryOption> ForValues = [Set, Values];

    private static readonly ImmutableArray<LibraryOption> ForNeeds = [SkipNeeds, IncludeNeeds, IncludeTransitiveNeeds, EnforceNeedsAreInstalled];

    private static readonly ImmutableArray<LibraryOption> ForRendering = [Args, TemplateArgs, Validate, PostRenderer, PostRendererArgs];

    private static readonly ImmutableArray<LibraryOption> ForDiff =
    [
        DiffContext, Suppress, SuppressSecrets, SuppressDiff, SuppressOutputLineRegex, Redact, IncludeTests, NoHooks, SkipDiffOnInstall,
        SkipDiffValidationOnInstall, StripTrailingCr, DiffArgs, Drift,
    ];

    private static readonly ImmutableArray<LibraryOption> ForUpgrade =
    [
        ReuseValues, ResetValues, TakeOwnership, ServerSide, Wait, WaitForJobs, UpgradeTimeout, SkipCrds, SkipSchemaValidation,
        HideNotes, SyncReleaseLabels, Cascade, ReleaseDescription, SyncArgs, TrackMode, TrackTimeout, TrackLogs, TrackFailedLogs,
        HelmStuckGrace, TrackFailOnError,
    ];

    public static ImmutableArray<LibraryOption> OfDiff { get; } =
    [
        .. LibraryOptions.Scope, .. ForValues, .. ForNeeds, .. ForRendering, .. ForDiff, ReuseValues, ResetValues, TakeOwnership,
        ServerSide, LibraryOptions.Plan,
    ];

    public static ImmutableArray<LibraryOption> OfApply { get; } =
    [
        .. LibraryOptions.Scope, .. ForValues, .. ForNeeds, .. ForRendering, .. ForDiff, .. ForUpgrade, RetryFailed,
        LibraryOptions.Plan, LibraryOptions.ServerDryRun, LibraryOptions.Approved, LibraryOptions.Accept, .. LibraryOptions.Locking,
    ];

    public static ImmutableArray<LibraryOption> OfSync { get; } = [.. LibraryOptions.Scope, .. ForValues, .. ForNeeds, .. ForRendering, .. ForUpgrade, .. LibraryOptions.Locking];

    public static ImmutableArray<LibraryOption> OfDestroy { get; } = [.. LibraryOptions.Scope, Args, Cascade, SkipCharts, .. LibraryOptions.Locking];

    public static ImmutableArray<LibraryOption> OfList { get; } = [.. LibraryOptions.Scope, SkipCharts, Output];

    public static ImmutableArray<LibraryOption> OfBuild { get; } = [.. LibraryOptions.Scope, EmbedValues, Output];

    public static ImmutableArray<LibraryOption> OfPrintEnv { get; } = [.. LibraryOptions.Scope, Output];

    public static ImmutableArray<LibraryOption> OfShowDag { get; } = [.. LibraryOptions.Scope, Output];

    public static ImmutableArray<LibraryOption> OfTemplate { get; } =
    [
        .. LibraryOptions.Scope, .. ForValues, .. ForNeeds, .. ForRendering, OutputDir, OutputDirTemplate, IncludeCrds, SkipTests,
        NoHooks, SkipSchemaValidation, KubeVersion, ShowOnly, Output,
    ];

    public static ImmutableArray<LibraryOption> OfLint { get; } = [.. LibraryOptions.Scope, .. ForValues, .. ForNeeds, Args, Output];

    public static ImmutableArray<LibraryOption> OfTest { get; } = [.. LibraryOptions.Scope, Logs, UpgradeTimeout, Args, Output];

    public static ImmutableArray<LibraryOption> OfUnitTest { get; } = [.. LibraryOptions.Scope, .. ForValues, .. ForNeeds, Args, FailFast, DebugPlugin, Output];

    public static ImmutableArray<LibraryOption> OfStatus { get; } = [.. LibraryOptions.Scope, Args, Output];

    public static ImmutableArray<LibraryOption> OfRepos { get; } = [.. LibraryOptions.Scope, Args, Output];

    public static ImmutableArray<LibraryOption> OfDeps { get; } = [.. LibraryOptions.Scope, Args, SkipRepos, Output];

    public static ImmutableArray<LibraryOption> OfFetch { get; } = [.. LibraryOptions.Scope, OutputDir, OutputDirTemplate, WriteOutput, Output];

    public static ImmutableArray<LibraryOption> OfWriteValues { get; } = [.. LibraryOptions.Scope, .. ForValues, OutputFileTemplate, Output];

    public static ImmutableArray<LibraryOption> OfVersion { get; } = [LibraryOptions.Engine, LibraryOptions.Helm, LibraryOptions.HelmfileBinary, Output];

    public static ImmutableArray<LibraryOption> OfCache { get; } = [LibraryOptions.Engine, LibraryOptions.HelmfileBinary, Cleanup, Output];

    public static ImmutableArray<LibraryOption> OfInit { get; } = [LibraryOptions.Helm, LibraryOptions.HelmfileBinary, Force, EnforcePluginVerification];

    public static ImmutableArray<LibraryOption> OfCreate { get; } = [LibraryOptions.HelmfileBinary, LibraryOptions.Workspace, OutputDir, Force];

    public static ImmutableArray<LibraryOption> All { get; } =
    [
        .. OfDiff.Union(OfApply).Union(OfTemplate).Union(OfList).Union(OfBuild).Union(OfDestroy).Union(OfTest).Union(OfUnitTest)
            .Union(OfDeps).Union(OfFetch).Union(OfWriteValues).Union(OfVersion).Union(OfCache).Union(OfInit).Union(OfCreate),
    ];
}
