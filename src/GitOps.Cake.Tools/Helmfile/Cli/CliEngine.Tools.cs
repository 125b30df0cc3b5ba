using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Engine;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Helmfile.Cli.Reading;
using GitOps.Cake.Results;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli;

/// <content>Commands around releases: charts, repositories, tests, helmfile itself.</content>
internal sealed partial class CliEngine
{
    public Task<RepositoryList> ReposAsync(HelmfileReposSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope, settings.Args);
        return AskAsync(
            settings.Scope, _ => ToolLines.Of(settings), "add the repositories", (answer, _, _) => LineReader.Repositories(answer), new(), cancellationToken);
    }

    public Task<ResolvedDependencies> DepsAsync(HelmfileDepsSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope, settings.Args);
        return AskAsync(
            settings.Scope,
            scope => ToolLines.Of(settings with { Scope = scope }),
            "resolve the dependencies",
            (answer, _, _) => LineReader.Dependencies(answer, world.Workspace),
            new(),
            cancellationToken);
    }

    public Task<FetchedCharts> FetchAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        var folder = settings.OutputDir ?? world.CreateFolder("fetched");
        return AskAsync(
            settings.Scope,
            scope => ToolLines.Of(settings with { Scope = scope, OutputDir = folder }),
            "download the charts",
            (answer, _, project) => new FetchedFolder(Path.GetFullPath(folder, world.Workspace)).Find(project, settings.WriteOutput ? answer.Output : null),
            new(),
            cancellationToken);
    }

    public Task<ReleaseStatuses> StatusAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope, settings.Args);
        return AskAsync(
            settings.Scope,
            scope => ToolLines.Of(settings with { Scope = scope }),
            "ask for the status of the releases",
            (answer, log, project) => StatusReader.Read(answer, log, project),
            new(),
            cancellationToken);
    }

    public Task<CheckReport> TestAsync(HelmfileTestSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope, settings.Args);
        return AskAsync(
            settings.Scope,
            scope => ToolLines.Of(settings with { Scope = scope }),
            "run the tests of the releases",
            (_, log, project) => CheckReader.Test(log, project, null),
            new(),
            cancellationToken,
            (_, log, project, error) => error.Dumps.Any(dump => dump.Verb == "test") ? CheckReader.Test(log, project, error) : null);
    }

    public async Task<VersionReport> VersionAsync(HelmfileVersionSettings settings, CancellationToken cancellationToken)
    {
        var helmfile = await world.Programs.HelmfileAsync(settings.HelmfileBinary, cancellationToken).ConfigureAwait(false);
        return new() { Version = helmfile.Version.ToString(), HelmVersion = await HelmVersionAsync(settings.HelmBinary, cancellationToken).ConfigureAwait(false) };
    }

    public async Task<CacheReport> CacheAsync(HelmfileCacheSettings settings, CancellationToken cancellationToken) =>
        LineReader.Cache(await RunAloneAsync(settings.HelmfileBinary, ToolLines.Of(settings), "look into its cache", cancellationToken).ConfigureAwait(false));

    public async Task<InitReport> InitAsync(HelmfileInitSettings settings, CancellationToken cancellationToken)
    {
        Argument[] line = [.. Args.Option("--helm-binary", settings.HelmBinary), .. ToolLines.Of(settings)];
        var answer = await RunAloneAsync(settings.HelmfileBinary, line, "prepare helm", cancellationToken).ConfigureAwait(false);
        return new() { Lines = Lines(answer) };
    }

    public async Task<CreatedProject> CreateAsync(HelmfileCreateSettings settings, CancellationToken cancellationToken)
    {
        var answer = await RunAloneAsync(settings.HelmfileBinary, ToolLines.Of(settings), "write a project", cancellationToken).ConfigureAwait(false);
        return new() { Folder = Path.GetFullPath(settings.OutputDir ?? ".", world.Workspace), Lines = Lines(answer) };
    }

    private static ImmutableArray<string> Lines(HelmfileAnswer answer) => [.. answer.OutputLines.Concat(answer.LogLines).Where(line => line.Length > 0)];

    /// <summary>helmfile tells its version without a helm; a missing one is told as what it is: not known.</summary>
    private async Task<string?> HelmVersionAsync(string? setting, CancellationToken cancellationToken)
    {
        try
        {
            return (await world.Programs.HelmAsync(setting, cancellationToken).ConfigureAwait(false)).Version.ToString();
        }
        catch (ToolNotFoundException) when (setting is null)
        {
            return null;
        }
    }

    private async Task<HelmfileAnswer> RunAloneAsync(string? setting, IEnumerable<Argument> line, string purpose, CancellationToken cancellationToken)
    {
        var helmfile = await world.Programs.HelmfileAsync(setting, cancellationToken).ConfigureAwait(false);
        var tools = new CliTools(helmfile, null, null);
        Argument[] arguments = ["--no-color", .. line];
        NewerFlags.Refuse(arguments, tools);
        var answer = await new HelmfileCalls(world).RunAsync(tools, arguments, purpose, cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(answer, KnownProject.Unknown, _ => answer);
        CallFailure.ThrowIf(reading.End, answer, reading.Error, scope: null);
        return answer;
    }
}
