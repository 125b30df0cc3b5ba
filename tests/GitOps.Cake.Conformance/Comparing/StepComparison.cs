using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Reporting;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Judges the answer to a step.</summary>
internal static class StepComparison
{
    public static StepResult Judge(CaseStep step, RecordedAnswer recorded, StepEvidence evidence)
    {
        if (evidence.Answer.Refusal is { } refusal)
            return new(step.Number, Verdict.Refused, [refusal]);

        var texts = TextChecks.Differences(step, recorded, evidence).ToList();
        var differences = Guarded(() => [.. Exit(recorded.Exit, evidence), .. Content(step.Compare, recorded, evidence), .. texts]);
        if (differences.Count == 0)
            return new(step.Number, Verdict.Same, []);

        if (step.Better is { } better && texts.Count == 0 && Guarded(() => [.. Exit(better.Exit, evidence), .. Releases(better.Releases, evidence)]).Count == 0)
            return new(step.Number, Verdict.Better, [better.Why]);

        return new(step.Number, Verdict.Different, [.. differences]);
    }

    private static IEnumerable<string> Content(CompareKind kind, RecordedAnswer recorded, StepEvidence evidence) => kind switch
    {
        CompareKind.Template => TemplateComparison.Differences(recorded.Output, evidence.Answer.Output),
        CompareKind.List => ListComparison.Differences(recorded.Output, evidence.Answer.Output),
        CompareKind.Build => BuildComparison.Differences(recorded.Output, evidence.Answer.Output),
        CompareKind.Dag => DagComparison.Differences(recorded.Output, evidence.Answer.Output),
        CompareKind.Values => ValuesComparison.Differences(recorded.Values(), evidence.Written),
        CompareKind.Diff => DiffComparison.Differences(StructuredDiff.Read(recorded.Structured), evidence.Answer.Diff),
        CompareKind.Apply or CompareKind.Sync or CompareKind.Destroy => Releases(YamlReader.Read(recorded.Releases), evidence),
        CompareKind.Error => [],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IEnumerable<string> Exit(int expected, StepEvidence evidence)
    {
        if (evidence.Answer.Exit != expected)
            yield return $"exit code {evidence.Answer.Exit} instead of {expected}{Said(evidence.Answer)}";
    }

    private static IEnumerable<string> Releases(YamlNode? expected, StepEvidence evidence) =>
        expected is null ? [] : ReleasesComparison.Differences(expected, evidence.Releases);

    private static string Said(EngineAnswer answer) => answer is { Exit: not 0, Error.Length: > 0 } ? $": {answer.Error.Trim()}" : "";

    // A text that cannot be read is a difference, whoever wrote it.
    private static List<string> Guarded(Func<List<string>> differences)
    {
        try
        {
            return differences();
        }
        catch (Exception exception) when (exception is YamlReadException or InvalidDataException or System.Text.Json.JsonException)
        {
            return [exception.Message];
        }
    }
}
