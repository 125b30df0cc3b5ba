using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Helmfile.Cli.Outcomes;
using GitOps.Cake.Helmfile.Cli.Reading;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;
using GitOps.Cake.Results;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>Reads a recorded call with the reader of its command, and writes what it made of it in the form of <c>expected.json</c>.</summary>
internal static class TranscriptReading
{
    public static JsonObject Read(Transcript call, HelmfileAnswer answer)
    {
        var project = TranscriptProject.Of(call);
        return call.Command switch
        {
            "diff" => Change(ChangeReader.Diff(answer, project), answer, hasOutcomes: false),
            "apply" => Change(ChangeReader.Apply(answer, project), answer, hasOutcomes: true),
            "sync" => Change(ChangeReader.Sync(answer, project), answer, hasOutcomes: true),
            "destroy" => Change(ChangeReader.Destroy(answer, project), answer, hasOutcomes: true),
            "version" => Plain(answer, project, _ => VersionReader.Read(answer), version => ("values", new JsonObject { ["version"] = version.Version })),
            "list" => List(answer, project),
            "show-dag" => Plain(answer, project, _ => DagReader.Read(answer, project), dag => ("values", Dag(dag))),
            "print-env" => Plain(answer, project, _ => EnvironmentReader.Read(answer), list => ("values", Values(list.Environments[0]))),
            "build" => Plain(answer, project, _ => BuildReader.Read(answer), states => ("values", Build(states))),
            "template" => Plain(answer, project, _ => new TemplateText(TemplateReader.Manifests(answer)), text => ("values", Resources(text.Manifests))),
            "status" => Plain(answer, project, log => StatusReader.Read(answer, log, project), Status),
            "lint" => Lint(answer, project),
            "test" => Plain(answer, project, log => CheckReader.Test(log, project, null), _ => null),
            "write-values" => Plain(answer, project, log => LineReader.Values(answer, log, project, Path.GetTempPath()), _ => null),
            "deps" => Plain(answer, project, _ => LineReader.Dependencies(answer, Path.GetTempPath()), _ => null),
            "repos" => Plain(answer, project, _ => LineReader.Repositories(answer), _ => null),
            _ when EndReader.Read(answer, project) is CallEnd.Usage => Plain<ReleaseList>(answer, project, _ => throw new InvalidOperationException(), _ => null),
            var command => throw new NotSupportedException($"There is no reader of \"{command}\", the command of {call}."),
        };
    }

    private static JsonObject Change(ChangeReading reading, HelmfileAnswer answer, bool hasOutcomes)
    {
        var result = End(reading.End, answer, reading.Error, reading.Outcomes);
        if (!reading.Diff.IsEmpty)
            result["diff"] = Array(reading.Diff.Releases.OrderBy(release => release.Release.Namespace, StringComparer.Ordinal).ThenBy(release => release.Release.Name, StringComparer.Ordinal).Select(Compared));

        if (hasOutcomes)
            result["outcomes"] = Array(reading.Outcomes.OrderBy(outcome => outcome.Release.Namespace, StringComparer.Ordinal).ThenBy(outcome => outcome.Release.Name, StringComparer.Ordinal).Select(Outcome));

        return result;
    }

    private static JsonObject Compared(ComparedRelease release)
    {
        var result = new JsonObject { ["namespace"] = release.Release.Namespace, ["release"] = release.Release.Name, ["state"] = Words(release.State.ToString()) };
        if (release.NamesResources && !release.Resources.IsEmpty)
            result["resources"] = Array(new ResourceChanges(release.Release.Namespace, Manifest.Empty).Of(release.Resources).Select(Resource));

        return result;
    }

    private static JsonObject Resource(ResourceChange change)
    {
        var result = new JsonObject
        {
            ["group"] = change.Resource.Group.Length > 0 ? change.Resource.Group : change.Resource.ApiVersion,
            ["kind"] = change.Resource.Kind,
            ["namespace"] = change.Resource.Namespace,
            ["name"] = change.Resource.Name,
            ["change"] = Words((change.Change is ResourceChangeKind.TextOnly ? ResourceChangeKind.Changed : change.Change).ToString()),
        };
        if (change.Change is ResourceChangeKind.Changed && !change.Fields.IsEmpty)
            result["fields"] = Array(change.Fields.Select(Field));

        return result;
    }

    private static JsonObject Field(FieldChange field)
    {
        var result = new JsonObject { ["path"] = field.Path };
        if (field.Redacted)
            result["redacted"] = true;
        else
        {
            result["old"] = field.Old is { } old ? JsonNode.Parse(old.GetRawText()) : null;
            result["new"] = field.New is { } @new ? JsonNode.Parse(@new.GetRawText()) : null;
        }

        return result;
    }

    private static JsonObject Outcome(ReleaseOutcome outcome)
    {
        var result = new JsonObject { ["namespace"] = outcome.Release.Namespace, ["release"] = outcome.Release.Name, ["outcome"] = Words(outcome.Outcome.ToString()) };
        if (outcome.ChartVersion is { } version)
            result["version"] = version;

        return result;
    }

    private static JsonObject Plain<T>(
        HelmfileAnswer answer, KnownProject project, Func<HelmfileLog, T> read, Func<T, (string Member, JsonNode Value)?> write)
        where T : class
    {
        var reading = PlainReader.Read(answer, project, read);
        var result = End(reading.End, answer, reading.Error);
        if (reading.Value is { } value && write(value) is { } member)
            result[member.Member] = member.Value;

        return result;
    }

    private static JsonObject List(HelmfileAnswer answer, KnownProject project)
    {
        var result = Plain(answer, project, _ => ListReader.Read(answer, project), list => ("rows", Array(list.Releases.Select(Row))));
        if (EndReader.Read(answer, project) is CallEnd.NoMatch && answer.ExitCode == 0)
            result["rows"] = new JsonArray();

        return result;
    }

    private static JsonObject Row(ListedRelease row) => new()
    {
        ["name"] = row.Name,
        ["namespace"] = row.Namespace,
        ["enabled"] = row.Enabled,
        ["installed"] = row.Installed,
        ["labels"] = new JsonObject(row.Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))),
        ["chart"] = row.Chart,
        ["version"] = row.Version,
    };

    private static JsonObject Lint(HelmfileAnswer answer, KnownProject project)
    {
        var reading = PlainReader.Read(answer, project, log => CheckReader.Lint(answer, log, project, null), (log, error) => CheckReader.Lint(answer, log, project, error));
        var result = End(reading.End, answer, reading.Error);
        if (reading.Value is { } report)
        {
            result["values"] = new JsonObject { ["failed"] = !report.Succeeded };
        }

        return result;
    }

    private static JsonObject Dag(ReleaseDag dag) => new()
    {
        ["groups"] = Array(dag.Groups.Select(group => Array(group.Releases.Select(release => (JsonNode)release.Release.ToString())))),
    };

    private static JsonObject Values(EnvironmentValues values) => new() { ["environment"] = values.Name, ["values"] = JsonNode.Parse(values.Values.GetRawText()) };

    private static JsonObject Build(BuiltStates states) => new()
    {
        ["releases"] = Array(states.States.SelectMany(state => BuiltYaml.Releases(state.Yaml)).Select(name => (JsonNode)name)),
    };

    private static JsonObject Resources(string manifests) => new()
    {
        ["resources"] = Array(ManifestParser.ReadRendered(manifests, "").Resources.Select(resource => (JsonNode)$"{resource.Id.Kind}/{resource.Id.Name}")),
    };

    private static (string, JsonNode)? Status(ReleaseStatuses statuses) => statuses.Releases is [var status]
        ? ("values", new JsonObject { ["release"] = status.Release.Name, ["namespace"] = status.Release.Namespace, ["status"] = status.Status, ["revision"] = status.Revision })
        : null;

    private static JsonObject End(CallEnd end, HelmfileAnswer answer, HelmfileError? error, ImmutableArray<ReleaseOutcome> outcomes = default)
    {
        var result = new JsonObject { ["class"] = Words(end.ToString()) };
        if (EndMessage.Of(end, answer, error, outcomes) is { } message)
        {
            var interrupted = outcomes.IsDefault ? null : outcomes.FirstOrDefault(outcome => outcome.Outcome is ReleaseOutcomeKind.Interrupted)?.Release;
            result["error"] = new JsonObject { ["message"] = message, ["release"] = (error?.Release ?? interrupted)?.ToString() };
        }

        return result;
    }

    private static string Words(string name) => string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    private sealed record TemplateText(string Manifests);
}
