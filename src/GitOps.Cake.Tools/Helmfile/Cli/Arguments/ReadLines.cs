using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>The command lines of the commands that read state files and charts, from the command on.</summary>
internal static class ReadLines
{
    public static IEnumerable<Argument> Of(HelmfileListSettings settings) => ["list", .. Args.Switch("--skip-charts", settings.SkipCharts), "--output", "json"];

    public static IEnumerable<Argument> Of(HelmfileBuildSettings settings) => ["build", .. Args.Switch("--embed-values", settings.EmbedValues)];

    public static IEnumerable<Argument> Of(HelmfilePrintEnvSettings settings) => ["print-env", "--output", "json"];

    public static IEnumerable<Argument> Of(HelmfileShowDagSettings settings) => ["show-dag"];

    public static IEnumerable<Argument> Of(HelmfileWriteValuesSettings settings) =>
    [
        "write-values",
        .. SharedOptions.Of(settings.Values),
        .. Args.Option("--output-file-template", settings.OutputFileTemplate),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileTemplateSettings settings) =>
    [
        "template",
        .. SharedOptions.Of(settings.Values),
        .. SharedOptions.Of(settings.Needs),
        .. Args.Option("--output-dir", settings.OutputDir),
        .. Args.Option("--output-dir-template", settings.OutputDirTemplate),
        .. Args.Switch("--validate", settings.Validate),
        .. Args.Switch("--include-crds", settings.IncludeCrds),
        .. Args.Switch("--skip-tests", settings.SkipTests),
        .. Args.Switch("--no-hooks", settings.NoHooks),
        .. Args.Switch("--skip-schema-validation", settings.SkipSchemaValidation),
        .. Args.Option("--kube-version", settings.KubeVersion),
        .. Args.Each("--show-only", settings.ShowOnly),
        .. SharedOptions.PostRenderer(settings.PostRenderer, settings.PostRendererArgs),
        .. CliArgs.Words("--args", settings.Args),
        .. CliArgs.Words("--template-args", settings.TemplateArgs),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileLintSettings settings) =>
    [
        "lint",
        .. SharedOptions.Of(settings.Values),
        .. SharedOptions.Of(settings.Needs.Mode),
        .. CliArgs.Words("--args", settings.Args),
        .. SharedOptions.Concurrency(settings.Scope),
    ];

    public static IEnumerable<Argument> Of(HelmfileUnitTestSettings settings) =>
    [
        "unittest",
        .. SharedOptions.Of(settings.Values),
        .. SharedOptions.Of(settings.Needs.Mode),
        .. Args.Switch("--fail-fast", settings.FailFast),
        .. Args.Switch("--debug-plugin", settings.DebugPlugin),
        .. CliArgs.Words("--args", settings.Args),
        .. SharedOptions.Concurrency(settings.Scope),
    ];
}
