using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>The command lines of the commands around releases: charts, repositories, tests, helmfile itself; from the command on.</summary>
internal static class ToolLines
{
    public static IEnumerable<Argument> Of(HelmfileReposSettings settings) => ["repos", .. CliArgs.Words("--args", settings.Args)];

    public static IEnumerable<Argument> Of(HelmfileDepsSettings settings) =>
    [
        "deps",
        .. Args.Switch("--skip-repos", settings.SkipRepos),
        .. CliArgs.Words("--args", settings.Args),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileFetchSettings settings) =>
    [
        "fetch",
        .. Args.Option("--output-dir", settings.OutputDir),
        .. Args.Option("--output-dir-template", settings.OutputDirTemplate),
        .. Args.Switch("--write-output", settings.WriteOutput),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileStatusSettings settings) =>
        ["status", .. CliArgs.Words("--args", settings.Args), .. SharedOptions.Concurrency(settings.Scope)];

    public static IEnumerable<Argument> Of(HelmfileTestSettings settings) =>
    [
        "test",
        .. Args.Switch("--logs", settings.Logs),
        .. CliArgs.Seconds("--timeout", settings.TestTimeout),
        .. CliArgs.Words("--args", settings.Args),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileCacheSettings settings) => ["cache", settings.Cleanup ? "cleanup" : "info"];

    public static IEnumerable<Argument> Of(HelmfileInitSettings settings) =>
    [
        .. Args.Switch("--enforce-plugin-verification", settings.EnforcePluginVerification),
        "init",
        .. Args.Switch("--force", settings.Force),
    ];

    public static IEnumerable<Argument> Of(HelmfileCreateSettings settings) =>
        ["create", .. Args.Option("--output-dir", settings.OutputDir), .. Args.Switch("--force", settings.Force)];
}
