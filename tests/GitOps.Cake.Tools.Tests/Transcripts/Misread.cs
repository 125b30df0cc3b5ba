using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>Finds what a reader makes of a damaged text that is neither what the whole text says nor a refusal.</summary>
internal static class Misread
{
    public static IEnumerable<string> As(Transcript call, string output, string log)
    {
        try
        {
            return TranscriptComparison.Differences(call, TranscriptReading.Read(call, call.Answer(output, log)));
        }
        catch (UnreadableOutputException unreadable)
        {
            return unreadable.Message.Contains($"> helmfile {call.Arguments[0]}", StringComparison.Ordinal)
                ? []
                : [$"The message does not say which command it was: {unreadable.Message}"];
        }
    }
}
