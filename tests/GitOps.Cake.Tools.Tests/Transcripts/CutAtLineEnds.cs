namespace GitOps.Cake.Tests.Transcripts;

/// <summary>A text that ends with a line can be a whole one, so only what stands elsewhere shows that something is missing.</summary>
public sealed class CutAtLineEnds
{
    /// <summary>Calls in which nothing else tells of the end of a text, and why the engine is not caught by it.</summary>
    private static readonly Dictionary<string, string> Untellable = new()
    {
        ["diff-new"] = "The engine always asks for the detailed exit code, which says whether anything changes.",
        ["diff-new-quiet-structured"] = "The engine never asks for silence: the log has the affected releases.",
        ["apply-uninstall"] = "The engine always asks for the detailed exit code.",
        ["apply-fails"] = "The comparison of the last release, which was never tried; the engine has its plan from a diff of its own.",
        ["folder-destroy"] = "Helm's answer about the last release; the engine asks the cluster first.",
        ["hook-interrupted-group"] = "Whatever is interrupted ends anywhere.",
        ["lint-fails"] = "An error that repeats what helm printed, and ends anywhere.",
    };

    public static TheoryData<string> Calls => new(TranscriptFolder.Own().Where(call => !Untellable.ContainsKey(call.Title)).Select(call => call.ToString()));

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_text_that_ends_too_early_with_a_line_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.Own().Single(call => call.ToString() == name);

        LineEnds(call.Output).SelectMany(place => Misread.As(call, call.Output[..place], call.Log))
            .Concat(LineEnds(call.Log).SelectMany(place => Misread.As(call, call.Output, call.Log[..place])))
            .Where(difference => !IsUntold(call, difference))
            .ShouldBeEmpty();
    }

    private static IEnumerable<int> LineEnds(string text) =>
        Enumerable.Range(1, text.Length).Where(place => place < text.Length && text[place - 1] == '\n');

    private static bool IsUntold(Transcript call, string difference) =>
        difference.Contains(" is nothing and not ", StringComparison.Ordinal) || difference.Contains(" is \"unknown\" and not ", StringComparison.Ordinal)
        || (call.ExitCode is 130 or 143 && difference.StartsWith("$.outcomes", StringComparison.Ordinal));
}
