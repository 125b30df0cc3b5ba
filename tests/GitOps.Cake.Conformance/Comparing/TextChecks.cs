using System.Text.RegularExpressions;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>What has to be told, what must not be shown, and the files whose bytes count.</summary>
internal static class TextChecks
{
    public static IEnumerable<string> Differences(CaseStep step, RecordedAnswer recorded, StepEvidence evidence)
    {
        var answer = evidence.Answer;
        foreach (var pattern in step.Says.Where(pattern => !pattern.IsMatch(answer.Error)))
            yield return $"nothing told matches {pattern}; told was: {Short(answer.Error)}";

        foreach (var pattern in step.Never)
        {
            foreach (var (stream, text) in Printed(answer).Where(printed => pattern.IsMatch(printed.Text)))
                yield return $"{stream} shows what it must not: {pattern}: {Line(pattern.Match(text), text)}";
        }

        foreach (var path in step.Files)
        {
            var (expected, given) = (recorded.Bytes(path), evidence.File(path));
            if (expected is null != given is null || (expected is not null && !expected.AsSpan().SequenceEqual(given)))
                yield return $"{path} {Content(given)} instead of {Content(expected)}";
        }
    }

    private static IEnumerable<(string Stream, string Text)> Printed(EngineAnswer answer) =>
        [("stdout", answer.Output), ("stderr", answer.Error), ("the plan", answer.Plan)];

    private static string Content(byte[]? bytes) => bytes is null ? "is not there" : $"holds \"{Short(System.Text.Encoding.UTF8.GetString(bytes))}\"";

    private static string Line(Match match, string text)
    {
        var (start, end) = (text.LastIndexOf('\n', Math.Max(0, match.Index - 1)) + 1, text.IndexOf('\n', match.Index));
        return Short(text[start..(end < 0 ? text.Length : end)]);
    }

    private static string Short(string text) => text.Trim() is { Length: > 600 } lengthy ? $"{lengthy[..600]}…" : text.Trim();
}
