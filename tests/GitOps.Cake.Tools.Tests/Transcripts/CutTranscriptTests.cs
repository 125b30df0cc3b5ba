namespace GitOps.Cake.Tests.Transcripts;

/// <summary>What is cut off, empty or noise is unreadable, or else means the same: never something else.</summary>
public sealed class CutTranscriptTests
{
    private const int Places = 20;

    public static TheoryData<string> Calls => new(TranscriptFolder.All.Select(call => call.ToString()));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Output_that_is_cut_off_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);

        CutPlaces(call.Output).SelectMany(place => Misread.As(call, call.Output[..place], call.Log)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_log_that_is_cut_off_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);

        CutPlaces(call.Log).SelectMany(place => Misread.As(call, call.Output, call.Log[..place])).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_stream_that_is_empty_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);
        Assert.SkipWhen(call.ExitCode is 130 or 143 || call.Log.Contains("panic: "), "What was cut off itself may have said nothing yet.");

        // What is not told is no wrong value; what is told has to be right.
        Misread.As(call, "", call.Log).Concat(Misread.As(call, call.Output, "")).Where(difference => !IsUntold(difference)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Noise_is_never_read_as_something_else(string name)
    {
        var call = TranscriptFolder.All.Single(call => call.ToString() == name);
        var noise = new Random(call.Output.Length);

        Misread.As(call, Noise(noise, call.Output), call.Log).ShouldBeEmpty();
        Misread.As(call, Noise(noise, call.Output), Noise(noise, call.Log)).Where(difference => !IsUntold(difference)).ShouldBeEmpty();
    }

    /// <summary>Places within lines: a text that ends with a line may be a whole one.</summary>
    private static IEnumerable<int> CutPlaces(string text) => Enumerable.Range(0, Places)
        .Select(place => text.Length * place / Places)
        .Select(place => place > 0 && text[place - 1] == '\n' ? place - 1 : place)
        .Where(place => place > 0 && text[place - 1] != '\n')
        .Distinct();

    private static string Noise(Random random, string text) =>
        string.Concat(text.Select((letter, index) => letter == '\n' ? letter : index == 0 ? '\u0001' : (char)random.Next(0x20, 0x17f)));

    private static bool IsUntold(string difference) =>
        difference.Contains(" is nothing and not ", StringComparison.Ordinal) || difference.Contains(" is \"unknown\" and not ", StringComparison.Ordinal)
        || difference.StartsWith("The message does not name", StringComparison.Ordinal);
}
