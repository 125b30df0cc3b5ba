using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>Options that several commands have in common.</summary>
internal static class SharedOptions
{
    public static IEnumerable<Argument> Of(ChartValues values) =>
    [
        .. Args.Each("--values", values.Files),
        .. CliArgs.EachAssignment("--set", values.Set),
    ];

    public static IEnumerable<Argument> Of(NeedsSelection needs) =>
        [.. Of(needs.Mode), .. Args.Switch("--enforce-needs-are-installed", needs.EnforceInstalled)];

    public static IEnumerable<Argument> Of(NeedsMode mode) => mode switch
    {
        NeedsMode.Include => ["--include-needs"],
        NeedsMode.IncludeTransitive => ["--include-transitive-needs"],
        NeedsMode.Require => ["--skip-needs=false"],
        _ => [],
    };

    /// <summary>How helm-diff compares. What would change how much of the text is there is not handed on: the whole text is read.</summary>
    public static IEnumerable<Argument> Of(DiffOptions diff, bool drift) =>
    [
        .. Args.Each("--suppress", diff.SuppressKinds),
        .. Args.Switch("--suppress-secrets", diff.SuppressSecrets),
        .. Args.Each("--suppress-output-line-regex", diff.SuppressOutputLineRegex),
        .. Args.Switch("--include-tests", diff.IncludeTests),
        .. Args.Switch("--no-hooks", diff.NoHooks),
        .. Args.Switch("--skip-diff-on-install", diff.SkipDiffOnInstall),
        .. Args.Switch("--skip-diff-validation-on-install", diff.SkipDiffValidationOnInstall),
        .. Args.Switch("--strip-trailing-cr", diff.StripTrailingCr),
        .. CliArgs.Words("--diff-args", drift ? [.. diff.DiffArgs, "--three-way-merge"] : diff.DiffArgs),
    ];

    public static IEnumerable<Argument> Of(UpgradeChoices upgrade) =>
    [
        .. Args.Switch("--wait", upgrade.Wait),
        .. Args.Switch("--wait-for-jobs", upgrade.WaitForJobs),
        .. CliArgs.Seconds("--timeout", upgrade.UpgradeTimeout),
        .. Of(upgrade.PreviousValues),
        .. Args.Switch("--skip-crds", upgrade.SkipCrds),
        .. Args.Switch("--skip-schema-validation", upgrade.SkipSchemaValidation),
        .. Args.Switch("--hide-notes", upgrade.HideNotes),
        .. Args.Switch("--take-ownership", upgrade.TakeOwnership),
        .. Of(upgrade.ServerSide),
        .. Args.Switch("--sync-release-labels", upgrade.SyncReleaseLabels),
        .. Of(upgrade.Cascade),
        .. Args.Option("--description", upgrade.Description),
        .. PostRenderer(upgrade.PostRenderer, upgrade.PostRendererArgs),
        .. CliArgs.Words("--sync-args", upgrade.SyncArgs),
        .. Of(upgrade.Track),
    ];

    public static IEnumerable<Argument> Of(PreviousValues values) => values switch
    {
        PreviousValues.Reuse => ["--reuse-values"],
        PreviousValues.Reset => ["--reset-values"],
        _ => [],
    };

    public static IEnumerable<Argument> Of(ServerSideApply? apply) => Args.Option("--server-side", apply switch
    {
        ServerSideApply.Auto => "auto",
        ServerSideApply.Enabled => "true",
        ServerSideApply.Disabled => "false",
        _ => null,
    });

    public static IEnumerable<Argument> Of(DeletionCascade? cascade) => Args.Option("--cascade", cascade switch
    {
        DeletionCascade.Background => "background",
        DeletionCascade.Foreground => "foreground",
        DeletionCascade.Orphan => "orphan",
        _ => null,
    });

    public static IEnumerable<Argument> PostRenderer(string? program, IEnumerable<string> arguments) =>
    [
        .. Args.Option("--post-renderer", program),
        .. CliArgs.EachJoined("--post-renderer-args", arguments),
    ];

    public static IEnumerable<Argument> Concurrency(HelmfileScope scope) => CliArgs.Number("--concurrency", scope.Concurrency);

    private static IEnumerable<Argument> Of(TrackOptions track) =>
    [
        .. Args.Option("--track-mode", track.Mode switch
        {
            TrackMode.Helm => "helm",
            TrackMode.HelmLegacy => "helm-legacy",
            TrackMode.Kubedog => "kubedog",
            _ => null,
        }),
        .. CliArgs.Seconds("--track-timeout", track.Timeout),
        .. Args.Switch("--track-logs", track.Logs),
        .. Args.Switch("--track-failed-logs", track.FailedLogs),
        .. CliArgs.Seconds("--helm-stuck-grace", track.HelmStuckGrace),
        .. Args.Switch("--track-fail-on-error", track.FailOnError),
    ];
}
