using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>What the real helmfile could not do, or not so that its answer can be read: told before it starts, all at once.</summary>
internal static partial class SettingsCheck
{
    private const string Native = "Take the native engine for it (Engine = HelmfileEngine.Native, --engine=native), or leave it out.";

    public static void Require(HelmfileDiffSettings settings) => Throw(
    [
        .. Of(settings.Scope),
        .. Of(settings.Diff),
        .. Ignored(settings.Scope.IgnoreFields.AddRange(settings.Diff.IgnoreFields)),
        .. OwnedFlags.Problems(nameof(settings.Args), settings.Args),
        .. OwnedFlags.Problems(nameof(settings.TemplateArgs), settings.TemplateArgs),
        .. Validation(settings.Validate, settings.TemplateArgs),
    ]);

    public static void Require(HelmfileApplySettings settings) => Throw(
    [
        .. Of(settings.Scope),
        .. Of(settings.Diff),
        .. Ignored(settings.Scope.IgnoreFields.AddRange(settings.Diff.IgnoreFields)),
        .. Of(settings.Upgrade),
        .. OwnedFlags.Problems(nameof(settings.Args), settings.Args),
        .. OwnedFlags.Problems(nameof(settings.TemplateArgs), settings.TemplateArgs),
        .. Validation(settings.Validate, settings.TemplateArgs),
        .. Policy(settings.OnFailure),
        .. settings.DryRun ? [$"DryRun is nothing that helmfile can do: its apply has no dry run. {Native}"] : NoProblems,
        .. Hooks(settings.PairHooks),
    ]);

    public static void Require(HelmfileSyncSettings settings) => Throw(
    [
        .. Of(settings.Scope),
        .. Of(settings.Upgrade),
        .. OwnedFlags.Problems(nameof(settings.Args), settings.Args),
        .. OwnedFlags.Problems(nameof(settings.TemplateArgs), settings.TemplateArgs),
        .. Validation(settings.Validate, settings.TemplateArgs),
        .. Policy(settings.OnFailure),
    ]);

    public static void Require(HelmfileTemplateSettings settings) => Throw(
    [
        .. Of(settings.Scope),
        .. OwnedFlags.Problems(nameof(settings.Args), settings.Args),
        .. OwnedFlags.Problems(nameof(settings.TemplateArgs), settings.TemplateArgs),
        .. Validation(settings.Validate, settings.TemplateArgs),
        .. settings is { OutputDirTemplate: not null, OutputDir: null } ? ["OutputDirTemplate says where in OutputDir manifests are written, and OutputDir is missing."] : NoProblems,
    ]);

    public static void Require(HelmfileFetchSettings settings) => Throw(
    [
        .. Of(settings.Scope),
        .. settings is { WriteOutput: true, OutputDir: null } ? ["WriteOutput needs OutputDir: without it the charts are gone when helmfile ends."] : NoProblems,
    ]);

    public static void Require(HelmfileDestroySettings settings) =>
        Throw([.. Of(settings.Scope), .. OwnedFlags.Problems(nameof(settings.Args), settings.Args), .. Hooks(settings.PairHooks)]);

    public static void Require(HelmfileLintSettings settings) =>
        Throw([.. Of(settings.Scope), .. OwnedFlags.Problems(nameof(settings.Args), settings.Args), .. Enforced(settings.Needs, "lint")]);

    public static void Require(HelmfileUnitTestSettings settings) =>
        Throw([.. Of(settings.Scope), .. OwnedFlags.Problems(nameof(settings.Args), settings.Args), .. Enforced(settings.Needs, "unittest")]);

    /// <summary>The check of commands that have nothing to check but their scope and free words.</summary>
    public static void Require(HelmfileScope scope, ImmutableArray<string> args = default) =>
        Throw([.. Of(scope), .. OwnedFlags.Problems("Args", args.IsDefault ? [] : args)]);

    private static ImmutableArray<string> NoProblems => [];

    private static IEnumerable<string> Of(HelmfileScope scope)
    {
        foreach (var selector in scope.Selectors.Where(selector => !Selector().IsMatch(selector)))
            yield return $"The selector \"{selector}\" is none: write name=value or name!=value, several joined by commas; values have letters, digits and _ . / + - only.";

        if (scope.Concurrency is < 1)
            yield return $"Concurrency is {scope.Concurrency}, and has to be at least 1.";

        if (scope.RepoRetries is < 0)
            yield return $"RepoRetries is {scope.RepoRetries}, and cannot be negative.";
    }

    private static IEnumerable<string> Of(DiffOptions diff) =>
    [
        .. OwnedFlags.Problems(nameof(diff.DiffArgs), diff.DiffArgs),
        .. diff.Redact.Select(RedactionRules.Problem).OfType<string>(),
    ];

    private static IEnumerable<string> Ignored(ImmutableArray<string> fields) =>
        fields.IsEmpty ? [] : [$"IgnoreFields is nothing that helmfile can do: its apply would change what a plan leaves out. {Native}"];

    private static IEnumerable<string> Of(UpgradeChoices upgrade)
    {
        foreach (var problem in OwnedFlags.Problems(nameof(upgrade.SyncArgs), upgrade.SyncArgs))
            yield return problem;

        var track = upgrade.Track;
        if (track.Mode != TrackMode.Kubedog && (track.Timeout ?? track.HelmStuckGrace) is not null | track.Logs | track.FailedLogs | track.FailOnError)
            yield return "Track has options of helmfile's own tracker, and its Mode is not Kubedog.";

        if (track.Mode == TrackMode.Kubedog && (upgrade.Wait || upgrade.WaitForJobs))
            yield return "Wait and WaitForJobs exclude Track with the Mode Kubedog, which waits in the place of helm.";
    }

    private static IEnumerable<string> Enforced(NeedsSelection needs, string command) =>
        needs.EnforceInstalled ? [$"EnforceInstalled is nothing that helmfile {command} can do. {Native}"] : [];

    private static IEnumerable<string> Hooks(bool pair) =>
        pair ? [$"PairHooks is nothing that helmfile can do: it runs hooks by rules of its own. {Native}"] : [];

    private static IEnumerable<string> Policy(FailurePolicy policy) =>
        policy == FailurePolicy.Stop ? [] : [$"OnFailure = {policy} is nothing that helmfile can do: it stops after the group in which a release failed. {Native}"];

    private static IEnumerable<string> Validation(bool validate, ImmutableArray<string> templateArgs) =>
        validate && templateArgs.Any(word => word.StartsWith("--dry-run", StringComparison.Ordinal))
            ? ["Validate and a --dry-run in TemplateArgs exclude each other."]
            : [];

    private static void Throw(ImmutableArray<string> problems)
    {
        if (!problems.IsEmpty)
            throw new InvalidSettingsException(problems);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_./+-]+!?=[A-Za-z0-9_./+-]+(?:,[A-Za-z0-9_./+-]+!?=[A-Za-z0-9_./+-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Selector();
}
