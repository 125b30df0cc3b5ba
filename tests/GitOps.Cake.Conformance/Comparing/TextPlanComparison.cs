using System.Text.Json;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Cli.Outcomes;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Reads a comparison from the text and the log of the real helmfile, as the engine that drives it does, and compares it with a plan.</summary>
internal static class TextPlanComparison
{
    public static IEnumerable<string> Differences(CaseStep step, RecordedAnswer recorded, Plan plan)
    {
        var answer = new HelmfileAnswer(
            new("helmfile", [.. step.Run.Select(word => (Argument)word)]), recorded.Exit, recorded.Output, recorded.Error);
        var project = new KnownProject([.. plan.Releases.Select(release => new KnownRelease(
            release.Release with { KubeContext = null }, release.Reason is not (ChangeReason.Unwanted or ChangeReason.Absent)))]);
        DiffReading reading;
        try
        {
            reading = ChangeReader.Diff(answer, project).Diff;
        }
        catch (UnreadableOutputException exception)
        {
            return [$"helmfile's text cannot be read: {exception.Message.Split('\n')[0]}"];
        }

        return plan.Releases.SelectMany(release => Differences(release, reading.Find(release.Release)).Select(difference => $"text of {release.Release}: {difference}"));
    }

    private static IEnumerable<string> Differences(PlannedRelease planned, ComparedRelease? compared)
    {
        var changes = planned.IsChange || planned.Comparison == Comparison.Skipped;
        if (planned.Comparison == Comparison.Failed)
            return compared is null or { State: ComparedState.Failed or ComparedState.NotCompared } ? [] : [$"it is {compared.State}, and the plan's comparison failed"];

        if (changes != (compared?.IsChange ?? false))
            return [$"it is {compared?.State.ToString() ?? "missing"}, and the plan says {planned.Action}"];

        if (compared is not { NamesResources: true } || planned.Comparison != Comparison.Compared)
            return [];

        var read = new ResourceChanges(compared.Release.Namespace.Length > 0 ? compared.Release.Namespace : "default", Manifest.Empty).Of(compared.Resources);
        return Words(planned.Resources, compared).Except(Words(read, compared)).Select(missing => $"missing: {missing}")
            .Concat(Words(read, compared).Except(Words(planned.Resources, compared)).Select(surplus => $"too much: {surplus}"));
    }

    private static IEnumerable<string> Words(IEnumerable<ResourceChange> changes, ComparedRelease compared) => changes.SelectMany(change =>
    {
        var isWhole = compared.Resources.Any(resource => resource.Key.Kind == change.Resource.Kind && resource.Key.Name == change.Resource.Name && resource.Body is { IsWhole: true });
        var id = $"{change.Resource}";
        return (IEnumerable<string>)[$"{id} {Kind(change, isWhole)}", .. isWhole && change.Change == ResourceChangeKind.Changed ? change.Fields.Select(field => $"{id} {Words(field)}") : []];
    });

    /// <summary>Whether only the text differs can be told from a whole text alone.</summary>
    private static ResourceChangeKind Kind(ResourceChange change, bool isWhole) =>
        change.Change == ResourceChangeKind.TextOnly && !isWhole ? ResourceChangeKind.Changed : change.Change;

    private static string Words(FieldChange field) =>
        field.Redacted ? $"{field.Path}: {field.OldSize} → {field.NewSize} bytes" : $"{field.Path}: {Words(field.Old)} → {Words(field.New)}";

    private static string Words(JsonElement? value) => value is { } element ? JsonSerializer.Serialize(element) : "nothing";
}
