using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>What is cut off, empty or mixed up is unreadable, or else means the same: never something else.</summary>
public sealed class CutTranscriptTests
{
    private const int Places = 20;

    public static TheoryData<string> Calls => new(TranscriptFolder.All.Select(call => call.ToString()));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Output_that_is_cut_off_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);

        CutPlaces(call.Output).SelectMany(place => Misread(call, call.Output[..place], call.Log, place)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_log_that_is_cut_off_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);

        CutPlaces(call.Log).SelectMany(place => Misread(call, call.Output, call.Log[..place], place)).ShouldBeEmpty();
    }

    private static IEnumerable<int> CutPlaces(string text)
    {
        var lines = Enumerable.Range(0, text.Length).Where(index => text[index] == '\n').Select(index => index + 1).Where(place => place < text.Length).ToArray();
        return Enumerable.Range(0, Places).Select(place => text.Length * place / Places)
            .Concat(lines)
            .Where(place => place < text.Length).Distinct();
    }

    private static IEnumerable<string> Misread(Transcript call, string output, string log, int place)
    {
        try
        {
            return TranscriptComparison.Differences(call, TranscriptReading.Read(call, call.Answer(output, log))).Select(difference => $"cut at {place} after [{(output.Length < call.Output.Length ? output : log).Split('\n').Reverse().FirstOrDefault(l => l.Length > 0)}]: {difference}");
        }
        catch (UnreadableOutputException unreadable)
        {
            return unreadable.Message.Contains("helmfile --no-color", StringComparison.Ordinal) || !call.Arguments.Contains("--no-color") ? [] : ["The command is not named."];
        }
    }
}
