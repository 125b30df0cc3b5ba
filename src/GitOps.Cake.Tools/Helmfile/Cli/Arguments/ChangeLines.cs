using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>The command lines of the commands that compare or change releases, from the command on.</summary>
internal static class ChangeLines
{
    public static IEnumerable<Argument> Of(HelmfileDiffSettings settings) =>
    [
        "diff",
        "--detailed-exitcode",
        .. SharedOptions.Of(settings.Values),
        .. SharedOptions.Of(settings.Needs),
        .. SharedOptions.Of(settings.Diff, settings.Drift),
        .. SharedOptions.Of(settings.PreviousValues),
        .. Args.Switch("--take-ownership", settings.TakeOwnership),
        .. SharedOptions.Of(settings.ServerSide),
        .. SharedOptions.PostRenderer(settings.PostRenderer, settings.PostRendererArgs),
        .. Args.Switch("--validate", settings.Validate),
        .. Words(settings.Args, settings.TemplateArgs),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileApplySettings settings) =>
    [
        "apply",
        "--detailed-exitcode",
        .. SharedOptions.Of(settings.Values),
        .. SharedOptions.Of(settings.Needs),
        .. SharedOptions.Of(settings.Diff, settings.Drift),
        .. Args.Switch("--suppress-diff", settings.Diff.SuppressDiff),
        .. SharedOptions.Of(settings.Upgrade),
        .. Args.Switch("--validate", settings.Validate),
        .. Words(settings.Args, settings.TemplateArgs),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileSyncSettings settings) =>
    [
        "sync",
        .. SharedOptions.Of(settings.Values),
        .. SharedOptions.Of(settings.Needs),
        .. SharedOptions.Of(settings.Upgrade),
        .. Args.Switch("--validate", settings.Validate),
        .. Words(settings.Args, settings.TemplateArgs),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileDestroySettings settings) =>
    [
        "destroy",
        .. SharedOptions.Of(settings.Cascade),
        .. Args.Switch("--skip-charts", settings.SkipCharts),
        .. CliArgs.Words("--args", settings.Args),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    private static IEnumerable<Argument> Words(IReadOnlyCollection<string> args, IReadOnlyCollection<string> templateArgs) =>
        [.. CliArgs.Words("--args", args), .. CliArgs.Words("--template-args", templateArgs)];
}
