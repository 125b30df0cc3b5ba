using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>The commands of helmfile, each by its method of the client.</summary>
/// <param name="client">The client.</param>
/// <param name="log">Hears what a person is told.</param>
/// <param name="cancellationToken">Stops the command.</param>
internal sealed class EngineCommands(HelmfileClient client, CallLog log, CancellationToken cancellationToken)
{
    public CallLog Log => log;

    public async Task<EngineAnswer> AnswerAsync(CommandLine line, SettingsReader settings) => line.Command switch
    {
        "list" => ResultText.Of(await client.ListAsync(new() { Scope = settings.Scope, SkipCharts = line.IsOn("skip-charts") }, cancellationToken)),
        "build" => ResultText.Of(await client.BuildAsync(new() { Scope = settings.Scope, EmbedValues = line.IsOn("embed-values") }, cancellationToken)),
        "template" => ResultText.Of(await client.TemplateAsync(settings.Template, cancellationToken)),
        "show-dag" => ResultText.Of(await client.ShowDagAsync(new() { Scope = settings.Scope }, cancellationToken)),
        "print-env" => ResultText.Of(await client.PrintEnvAsync(new() { Scope = settings.Scope }, cancellationToken)),
        "write-values" => await WriteValuesAsync(line, settings),
        "lint" => CheckText.Of(await client.LintAsync(new() { Scope = settings.Scope, Values = settings.Values, Needs = settings.Needs, Args = settings.Args }, cancellationToken), log),
        "unittest" => CheckText.Of(await client.UnitTestAsync(UnitTest(line, settings), cancellationToken), log),
        "test" => CheckText.Of(await client.TestAsync(Test(line, settings), cancellationToken), log),
        "status" => CheckText.Of(await client.StatusAsync(new() { Scope = settings.Scope, Args = settings.Args }, cancellationToken), log),
        "diff" => PlanText.Of(await client.DiffAsync(settings.Diff, cancellationToken), line.IsOn("detailed-exitcode"), log),
        "apply" => await ApplyAsync(line, settings),
        "sync" => PlanText.Of(await client.SyncAsync(settings.Sync, cancellationToken), line.IsOn("detailed-exitcode"), log),
        "destroy" => PlanText.Of(await client.DestroyAsync(settings.Destroy, cancellationToken), isDetailed: false, log),
        "repos" => await DoneAsync(client.ReposAsync(new() { Scope = settings.Scope, Args = settings.Args }, cancellationToken)),
        "deps" => await DoneAsync(client.DepsAsync(new() { Scope = settings.Scope, SkipRepos = line.IsOn("skip-repos"), Args = settings.Args }, cancellationToken)),
        "fetch" => await DoneAsync(client.FetchAsync(Fetch(line, settings), cancellationToken)),
        "cache" => await DoneAsync(client.CacheAsync(new() { Cleanup = line.Words is ["cleanup", ..] }, cancellationToken)),
        "version" => new() { Exit = 0, Output = (await client.VersionAsync(new() { HelmBinary = settings.Scope.HelmBinary }, cancellationToken)).Version },
        _ => throw new RefusedFlagException($"helmfile {line.Command} is not supported by the native engine."),
    };

    private async Task<EngineAnswer> ApplyAsync(CommandLine line, SettingsReader settings) =>
        PlanText.Of(await client.ApplyAsync(settings.Apply, planned: null, cancellationToken), line.IsOn("detailed-exitcode"), log);

    private async Task<EngineAnswer> WriteValuesAsync(CommandLine line, SettingsReader settings)
    {
        await client.WriteValuesAsync(
            new() { Scope = settings.Scope, Values = settings.Values, OutputFileTemplate = line.Text("output-file-template") }, cancellationToken);
        return new() { Exit = 0 };
    }

    private static HelmfileUnitTestSettings UnitTest(CommandLine line, SettingsReader settings) => new()
    {
        Scope = settings.Scope,
        Values = settings.Values,
        Needs = settings.Needs,
        FailFast = line.IsOn("fail-fast"),
        DebugPlugin = line.IsOn("debug-plugin"),
        Args = settings.Args,
    };

    private static HelmfileTestSettings Test(CommandLine line, SettingsReader settings) => new()
    {
        Scope = settings.Scope,
        Logs = line.IsOn("logs"),
        TestTimeout = line.Seconds("timeout"),
        Args = settings.Args,
    };

    private static HelmfileFetchSettings Fetch(CommandLine line, SettingsReader settings) => new()
    {
        Scope = settings.Scope,
        OutputDir = line.Text("output-dir"),
        OutputDirTemplate = line.Text("output-dir-template"),
        WriteOutput = line.IsOn("write-output"),
    };

    private static async Task<EngineAnswer> DoneAsync(Task work)
    {
        await work;
        return new() { Exit = 0 };
    }
}
