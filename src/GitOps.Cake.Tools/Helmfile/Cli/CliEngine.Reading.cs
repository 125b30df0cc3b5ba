using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Reading;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli;

/// <content>Commands that need no cluster.</content>
internal sealed partial class CliEngine
{
    /// <summary>What helmfile reads it does not tell: the scope's Inputs have to.</summary>
    public Task<ScopeInputs> InputsAsync(HelmfileScope scope, NeedsSelection needs, CancellationToken cancellationToken)
    {
        string[] files = scope.File is { } file ? [file] : ["helmfile.yaml", "helmfile.yaml.gotmpl", "helmfile.d"];
        return Task.FromResult(new ScopeInputs
        {
            Paths = [.. files.Concat(scope.StateValuesFiles).Select(path => Path.GetFullPath(path, world.Workspace))],
            Patterns = [.. scope.Inputs.Select(pattern => Path.GetFullPath(pattern, world.Workspace))],
            Doubts = scope.Inputs.IsEmpty ? ["The real helmfile does not tell what it reads; declare it as the scope's Inputs."] : [],
        });
    }

    public async Task<ReleaseList> ListAsync(HelmfileListSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope);
        var session = await OpenAsync(settings.Scope, cancellationToken).ConfigureAwait(false);
        var answer = await session.RunAsync(ReadLines.Of(settings), "list the releases", cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(answer, KnownProject.Unknown, _ => ListReader.Read(answer, KnownProject.Unknown));
        CallFailure.ThrowIf(reading.End, answer, reading.Error, settings.Scope);
        return reading.Value ?? new();
    }

    public Task<BuiltStates> BuildAsync(HelmfileBuildSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope);
        return AskAsync(
            settings.Scope, _ => ReadLines.Of(settings), "put the state files together", (answer, _, _) => BuildReader.Read(answer), new(), cancellationToken);
    }

    public async Task<EnvironmentList> PrintEnvAsync(HelmfilePrintEnvSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope);
        var session = await OpenAsync(settings.Scope, cancellationToken).ConfigureAwait(false);
        var answer = await session.RunAsync(ReadLines.Of(settings), "tell the values of the environment", cancellationToken).ConfigureAwait(false);
        var reading = PlainReader.Read(answer, KnownProject.Unknown, _ => EnvironmentReader.Read(answer));
        CallFailure.ThrowIf(reading.End, answer, reading.Error, settings.Scope);
        return reading.Value ?? new();
    }

    public Task<ReleaseDag> ShowDagAsync(HelmfileShowDagSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope);
        return AskAsync(
            settings.Scope, _ => ReadLines.Of(settings), "tell the order of the releases", (answer, _, project) => DagReader.Read(answer, project), new(), cancellationToken);
    }

    public Task<WrittenValues> WriteValuesAsync(HelmfileWriteValuesSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings.Scope);
        return AskAsync(
            settings.Scope,
            scope => ReadLines.Of(settings with { Scope = scope }),
            "write the values",
            (answer, log, project) => LineReader.Values(answer, log, project, world.Workspace),
            new(),
            cancellationToken);
    }

    public Task<CheckReport> LintAsync(HelmfileLintSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        return AskAsync(
            settings.Scope,
            scope => ReadLines.Of(settings with { Scope = scope }),
            "examine the charts",
            (answer, log, project) => CheckReader.Lint(answer, log, project, null),
            new(),
            cancellationToken,
            (answer, log, project, error) => error.Dumps.Any(dump => dump.Verb == "lint") ? CheckReader.Lint(answer, log, project, error) : null);
    }

    public Task<CheckReport> UnitTestAsync(HelmfileUnitTestSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        return AskAsync(
            settings.Scope,
            scope => ReadLines.Of(settings with { Scope = scope }),
            "run the unit tests of the charts",
            (answer, log, project) => CheckReader.UnitTest(answer, log, project, null),
            new(),
            cancellationToken,
            (answer, log, project, error) => error.Dumps.Any(dump => dump.Verb == "unittest") ? CheckReader.UnitTest(answer, log, project, error) : null);
    }

    public async Task<RenderedReleases> TemplateAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        var session = await OpenAsync(settings.Scope, cancellationToken).ConfigureAwait(false);
        settings = settings with { Scope = session.Scope };
        var project = await session.ReadProjectAsync(cancellationToken).ConfigureAwait(false);
        var answer = await session.RunAsync(ReadLines.Of(settings), "render the releases", cancellationToken).ConfigureAwait(false);
        var toFolder = settings.OutputDir is not null;
        var reading = PlainReader.Read(answer, project, log => new Rendered(toFolder ? InFolder(log, project, settings) : TemplateReader.Read(answer, log, project)));
        CallFailure.ThrowIf(reading.End, answer, reading.Error, settings.Scope);
        if (reading.Value is not { } rendered)
            return new();

        if (rendered.Releases is { } releases)
            return releases;

        // The text does not say whose manifests these are: then each release is rendered on its own.
        var single = ImmutableArray.CreateBuilder<RenderedRelease>();
        foreach (var release in project.Releases.Where(known => known.Installed))
        {
            var scope = session.Scope with { Selectors = [Selector(release.Id)] };
            var one = await session.Calls.RunAsync(session.Tools, scope, ReadLines.Of(settings with { Scope = scope }), $"render {release.Id}", cancellationToken).ConfigureAwait(false);
            var text = PlainReader.Read(one, KnownProject.Unknown, _ => TemplateReader.Manifests(one));
            CallFailure.ThrowIf(text.End, one, text.Error, scope);
            single.Add(new() { Release = release.Id, Chart = release.Chart, Manifests = (text.Value ?? "").TrimEnd('\n') + "\n" });
        }

        return new() { Releases = single.DrainToImmutable() };
    }

    private static string Selector(ReleaseId release) =>
        release.Namespace.Length > 0 ? $"name={release.Name},namespace={release.Namespace}" : $"name={release.Name}";

    private RenderedReleases InFolder(Logs.HelmfileLog log, KnownProject project, HelmfileTemplateSettings settings) => new()
    {
        Releases =
        [
            .. log.Verbs.Where(line => line.Verb == "Templating").Select(line => new RenderedRelease
            {
                Release = project.Find(line.Name) ?? new(line.Name),
                Chart = line.Chart,
                Folder = Path.GetFullPath(settings.OutputDir!, world.Workspace),
            }),
        ],
    };

    private sealed record Rendered(RenderedReleases? Releases);
}
