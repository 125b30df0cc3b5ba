using System.Text.Json.Nodes;

namespace GitOps.Cake.Tests.Transcripts;

public sealed class TranscriptTests
{
    public static TheoryData<string> Calls => new(TranscriptFolder.All.Select(call => call.ToString()));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_recorded_call_is_read_into_what_is_expected(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);

        TranscriptComparison.Differences(call, TranscriptReading.Read(call, call.Answer())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_recorded_call_with_Windows_line_ends_is_read_as_well(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);
        var answer = call.Answer(call.Output.Replace("\n", "\r\n"), call.Log.Replace("\n", "\r\n"));

        TranscriptComparison.Differences(call, TranscriptReading.Read(call, answer)).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_without_calls_fails()
    {
        var folder = Directory.CreateTempSubdirectory("transcripts-");
        try
        {
            Should.Throw<InvalidDataException>(() => TranscriptFolder.Load(folder.FullName)).Message.ShouldContain("CLI_TRANSCRIPTS");
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void A_call_without_a_reader_fails()
    {
        var call = new Transcript("0.0.0", "01-dance", ["--no-color", "dance"], 0, "", "", new JsonObject());

        Should.Throw<NotSupportedException>(() => TranscriptReading.Read(call, call.Answer())).Message.ShouldContain("dance");
    }
}
