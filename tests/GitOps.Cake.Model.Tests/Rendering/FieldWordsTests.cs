using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Rendering;

public class FieldWordsTests
{
    [Theory]
    [InlineData("\"a\"", "\"b\"", "x: a → b")]
    [InlineData("80", "\"80\"", "x: 80 → \"80\"")]
    [InlineData("true", "\"true\"", "x: true → \"true\"")]
    [InlineData("null", "\"null\"", "x: null → \"null\"")]
    [InlineData("1.0", "1", "x: 1.0 → 1")]
    [InlineData("\"\"", "\" a\"", "x: \"\" → \" a\"")]
    [InlineData("\"a → b\"", "\"1e3\"", "x: \"a → b\" → \"1e3\"")]
    [InlineData("\"{}\"", "{}", "x: \"{}\" → {}")]
    [InlineData("[1, \"a\"]", "{ \"a\": [ ] }", "x: [1,\"a\"] → {\"a\":[]}")]
    [InlineData("\"c:\\\\new\"", "\"say \\\"hi\\\"\"", "x: \"c:\\\\new\" → say \"hi\"")]
    [InlineData("\"a\\u001bb\"", "\"\\u202e\"", "x: \"a\\u001bb\" → \"\\u202e\"")]
    [InlineData("\"one\\n\"", "\"one\"", "x: \"one\\n\" → one")]
    [InlineData(null, "null", "x: null")]
    [InlineData("5", null, "x: 5")]
    [InlineData(null, null, "x")]
    public void Values_are_told_so_that_their_types_can_be_told_apart(string? old, string? wanted, string words) =>
        FieldWords.Of(Sample.Field("x", old, wanted)).ShouldBe(words);

    [Theory]
    [InlineData(12, 14, "x: changed, 12 → 14 bytes")]
    [InlineData(null, 14, "x: secret of 14 bytes")]
    [InlineData(12, null, "x: secret of 12 bytes")]
    [InlineData(null, null, "x: changed, secret")]
    public void Secrets_are_told_by_their_sizes(int? old, int? wanted, string words) =>
        FieldWords.Of(new FieldChange { Path = "x", Redacted = true, OldSize = old, NewSize = wanted }).ShouldBe(words);

    [Fact]
    public void A_redacted_field_tells_no_value_even_where_one_was_left_in_it() =>
        FieldWords.Of(Sample.Field("x", "\"hunter2\"", "\"hunter3\"") with { Redacted = true }).ShouldNotContain("hunter");

    [Fact]
    public void Long_values_are_told_by_size_and_never_cut()
    {
        var text = $"\"{new string('x', 201)}\"";
        var list = $"[{string.Join(',', Enumerable.Range(0, 100))}]";
        var map = $"{{\"a\":{list},\"b\":1}}";

        FieldWords.Of(Sample.Field("x", text, list)).ShouldBe("x: text of 1 line, 201 characters → list of 100 items");
        FieldWords.Of(Sample.Field("x", map, new string('9', 300))).ShouldBe("x: object of 2 members → number of 300 digits");
        FieldWords.TellsAll(Sample.Field("x", text, "1")).ShouldBeFalse();
        FieldWords.TellsAll(Sample.Field("x", "2", "1")).ShouldBeTrue();
    }
}
