using System.Text;
using GitOps.Cake.Plans;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Plans;

public class PlanJsonRefusalTests
{
    private static readonly string Good = PlanJson.Write(Sample.Full());

    [Fact]
    public void A_newer_schema_version_is_named_with_the_way_out_whatever_else_is_in_the_file()
    {
        var message = Refused("""{ "releases": 7, "schemaVersion": 2 }""");

        message.ShouldBe(
            """
            plan.json has the schema version 2; this version of GitOps.Cake reads a plan up to version 1.
            Update the package GitOps.Cake to at least the version that wrote the file.
            """);
    }

    [Theory]
    [InlineData("{}", "no schemaVersion", "@ $")]
    [InlineData("""{ "schemaVersion": "1" }""", "no schemaVersion", "@ $")]
    [InlineData("""{ "schemaVersion": 0 }""", "less than 1", "@ $.schemaVersion")]
    [InlineData("[]", "no JSON object", "")]
    [InlineData("null", "no JSON object", "")]
    [InlineData("", "does not contain any JSON tokens", "@ line 1, column 1")]
    [InlineData("{ \"a\": 1 ", "depth to be zero", "line 1, column 10")]
    [InlineData("{ \"schemaVersion\": 1 } {}", "", "line 1, column 24")]
    [InlineData("{ // comment\n}", "'/' is", "line 1, column 3")]
    [InlineData("""{ "schemaVersion": 1, "scope": "s" }""", "environment", "@ $")]
    public void What_is_no_plan_is_refused_with_its_place(string json, string what, string place)
    {
        var message = Refused(json);

        message.ShouldStartWith("plan.json is not a plan that can be read: ");
        message.ShouldContain(what);
        message.ShouldContain(place);
        message.ShouldEndWith("Make the plan anew.");
    }

    [Theory]
    [InlineData("\"upgrade\"", "\"upgrde\"", "$.releases[1].action")]
    [InlineData("\"upgrade\"", "\"2\"", "$.releases[1].action")]
    [InlineData("\"upgrade\"", "2", "$.releases[1].action")]
    [InlineData("\"upgrade\"", "\"install, upgrade\"", "$.releases[1].action")]
    [InlineData("\"text-only\"", "null", "$.releases[1].resources[2].change")]
    [InlineData("\"revision\": 3", "\"revision\": 3.5", "$.releases[0].revision")]
    [InlineData("\"kind\": \"ClusterRole\",", "", "$.releases[2].resources[1].resource")]
    [InlineData("\"kind\": \"ClusterRole\"", "\"kind\": null", "$.releases[2].resources[1].resource")]
    [InlineData("\"scope\"", "\"environment\": \"x\", \"scope\"", "environment")]
    public void A_value_that_does_not_fit_is_told_with_its_path(string old, string replacement, string path)
    {
        var at = Good.IndexOf(old, StringComparison.Ordinal);
        var message = Refused(string.Concat(Good.AsSpan(0, at), replacement, Good.AsSpan(at + old.Length)));

        message.ShouldContain(path);
        message.ShouldContain(", line ");
    }

    [Theory]
    [InlineData("clusters", "[null]", "$.clusters[0]")]
    [InlineData("clusters", "null", "$.clusters")]
    [InlineData("warnings", "[\"a\", null]", "$.warnings[1]")]
    [InlineData("releases", "[null]", "$.releases[0]")]
    public void Null_is_no_entry(string member, string value, string path) =>
        Refused($$"""{ "schemaVersion": 1, "scope": "s", "environment": "e", "digest": "d", "{{member}}": {{value}} }""").ShouldContain(path);

    [Theory]
    [InlineData("registry.example", "registry.example")]
    [InlineData("\"environment\": \"staging\"", "\"environment\": \"production\"")]
    [InlineData("\"action\": \"install\"", "\"action\": \"none\"")]
    [InlineData("\"desiredDigest\": \"bb\"", "\"desiredDigest\": \"b\"")]
    [InlineData("000000000001\"", "000000000002\"")]
    public void A_digest_that_is_not_the_one_of_the_content_is_refused(string old, string replacement)
    {
        var edited = Good.Replace(old, replacement, StringComparison.Ordinal);
        if (edited == Good)
        {
            Should.NotThrow(() => PlanJson.Read(edited));
            return;
        }

        var message = Refused(edited);

        message.ShouldContain($"its digest is {Sample.Full().Digest}, but its content has the digest ");
        message.ShouldContain("it was edited or damaged.\n  @ $.digest");
    }

    [Fact]
    public void A_plan_without_a_digest_is_refused() =>
        Refused("""{ "schemaVersion": 1, "scope": "s", "environment": "e" }""").ShouldContain("it has no digest");

    [Fact]
    public async Task A_file_beyond_64_MiB_is_refused_and_not_read_to_its_end()
    {
        using var endless = new EndlessStream();

        var exception = await Should.ThrowAsync<GitOpsException>(() => PlanJson.ReadAsync(endless, "plan.json", TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("it is larger than 64 MiB");
        endless.Given.ShouldBeLessThan(PlanJson.MaximumSize + 1_000_000);
        Should.Throw<GitOpsException>(() => PlanJson.Read(new byte[PlanJson.MaximumSize + 1])).Message.ShouldContain("64 MiB");
    }

    [Fact]
    public void Depth_is_bounded() => Refused($$"""{ "x": {{new string('[', 100_000)}}""").ShouldContain("256");

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_line_wherever_they_stand()
    {
        byte[] json = [.. "{ \"x\":\n \""u8, 0xff, .. "\" }"u8];

        Should.Throw<GitOpsException>(() => PlanJson.Read(json)).Message.ShouldContain("@ line 2, column 3");
    }

    [Theory]
    [InlineData("""{ "x": "\ud800" }""")]
    [InlineData("""{ "\udc00": 1 }""")]
    [InlineData("""{ "plan": { "x": "\ud800" } }""")]
    public void Half_a_surrogate_pair_is_no_text(string json) => Refused(json).ShouldContain("half of a surrogate pair");

    [Fact]
    public void What_the_file_holds_does_not_reach_the_terminal_as_it_is()
    {
        var message = Refused("""{ "schemaVersion": 1, "scope": "s", "environment": "e", "origin": { "\u001b[31m": 1, "\u001b[31m": 1 } }""");

        message.ShouldNotContain('\u001b');
    }

    private static string Refused(string json) => Should.Throw<GitOpsException>(() => PlanJson.Read(Encoding.UTF8.GetBytes(json), "plan.json")).Message;

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
