using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

public class YamlWriterTests
{
    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "null" },
        { true, "true" },
        { (nint)1, "1" },
        { ulong.MaxValue, "18446744073709551615" },
        { (byte)98, "98" },
        { 1.5, "1.5" },
        { 2.0, "2" },
        { 1e6, "1e+06" },
        { 1e21, "1e+21" },
        { double.NegativeInfinity, "-.inf" },
        { double.NaN, ".nan" },
        { GoTime.FromClock(2020, 1, 31), "2020-01-31T00:00:00Z" },
        { new GoMap(), "{}" },
        { new List<object?>(), "[]" },
        { "", "\"\"" },
        { "text", "text" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_lone_value_is_one_line(object? value, string expected) => YamlWriter.Write(value).ShouldBe(expected + "\n");

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("1.5", "\"1.5\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("2024-01-02", "\"2024-01-02\"")]
    [InlineData("012", "\"012\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("-12:30:45.5", "\"-12:30:45.5\"")]
    [InlineData("1:99", "1:99")]
    [InlineData("=", "=")]
    [InlineData("<<", "<<")]
    [InlineData("0x", "0x")]
    [InlineData("tRUE", "tRUE")]
    [InlineData("a:b", "a:b")]
    [InlineData("a#b", "a#b")]
    [InlineData(":x", ":x")]
    [InlineData("-x", "-x")]
    [InlineData("a, b", "a, b")]
    [InlineData("größe €", "größe €")]
    [InlineData("\u00A0", "\u00A0")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("x:", "'x:'")]
    [InlineData("# c", "'# c'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("- x", "'- x'")]
    [InlineData("-", "'-'")]
    [InlineData("?", "'?'")]
    [InlineData("{x", "'{x'")]
    [InlineData("[x", "'[x'")]
    [InlineData("*x", "'*x'")]
    [InlineData("&x", "'&x'")]
    [InlineData("!x", "'!x'")]
    [InlineData("|", "'|'")]
    [InlineData(">", "'>'")]
    [InlineData("%x", "'%x'")]
    [InlineData("@x", "'@x'")]
    [InlineData("`x", "'`x'")]
    [InlineData("'q'", "'''q'''")]
    [InlineData("\"d\"", "'\"d\"'")]
    [InlineData(" lead", "' lead'")]
    [InlineData("trail ", "'trail '")]
    [InlineData("---x", "'---x'")]
    [InlineData("...", "'...'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("\u0001\u007F\e", "\"\\x01\\x7F\\e\"")]
    [InlineData("\uFEFFa", "\"\\uFEFFa\"")]
    [InlineData("😀", "\"\\U0001F600\"")]
    [InlineData("a \"b\" \\ 😀", "\"a \\\"b\\\" \\\\ \\U0001F600\"")]
    [InlineData("a\u0085b", "\"a\\Nb\"")]
    [InlineData("a\u2028b", "'a\u2028  b'")]
    public void A_text_gets_the_quotes_that_go_yaml_gives_it(string text, string expected) =>
        YamlWriter.Write(new List<object?> { text }).ShouldBe($"- {expected}\n");

    [Theory]
    [InlineData("a\nb", "|-\n    a\n    b\n")]
    [InlineData("a\nb\n", "|\n    a\n    b\n")]
    [InlineData("a\n\n", "|+\n    a\n\n")]
    [InlineData("\n", "|2+\n\n")]
    [InlineData("  a\nb", "|2-\n      a\n    b\n")]
    [InlineData("\na", "|2-\n\n    a\n")]
    [InlineData("a\n\n\tb\n", "|\n    a\n\n    \tb\n")]
    [InlineData("a \nb", "\"a \\nb\"\n")]
    [InlineData("a\nb ", "\"a\\nb \"\n")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"\n")]
    [InlineData("a\n😀", "\"a\\n\\U0001F600\"\n")]
    public void A_text_of_several_lines_is_a_literal_block_where_that_keeps_it(string text, string expected) =>
        YamlWriter.Write(new GoMap { ["a"] = new GoMap { ["b"] = text } }).ShouldBe($"a:\n  b: {expected}");

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => YamlWriter.Write("half \uD800 pair").ShouldBe("half \uFFFD pair\n");

    [Fact]
    public void Nothing_is_folded() => YamlWriter.Write(string.Concat(Enumerable.Repeat("word ", 60))).Count(character => character == '\n').ShouldBe(1);

    [Fact]
    public void Keys_are_in_natural_order()
    {
        string[] keys = ["a10", "a2", "A", "b", "10", "9", "_x", "a-b", "a.b", "a", "a1b", "a12", "010", "B2", "é", "zz", "z"];
        var map = new GoMap();
        foreach (var key in keys)
            map[key] = null;
        YamlWriter.Write(map).Split('\n').Select(line => line.Split(':')[0].Trim('"')).SkipLast(1)
            .ShouldBe(["_x", "9", "10", "010", "A", "B2", "a", "a-b", "a.b", "a1b", "a2", "a10", "a12", "b", "z", "zz", "é"]);
    }

    [Fact]
    public void Collections_are_indented_by_two_and_lists_below_their_keys()
    {
        var value = new GoMap
        {
            ["map"] = new GoMap { ["y"] = new List<object?> { (nint)1, new List<object?> { (nint)2, new List<object?>() } } },
            ["list"] = new List<object?>
            {
                new GoMap { ["name"] = "a", ["ports"] = new List<nint> { 80 } },
                new List<string> { "x", "y" },
                new GoMap(),
                new GoStringMap { ["k"] = "true" },
                new GoStruct("state.Environment", [new("Name", "default"), new("KubeContext", "")]),
            },
        };
        YamlWriter.Write(value).ShouldBe("""
            list:
              - name: a
                ports:
                  - 80
              - - x
                - "y"
              - {}
              - k: "true"
              - name: default
                kubecontext: ""
            map:
              "y":
                - 1
                - - 2
                  - []

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_or_broken_key_is_written_with_a_question_mark()
    {
        var longKey = new string('k', 129);
        YamlWriter.Write(new GoMap { ["a\nb"] = new GoMap { ["c"] = (nint)1 }, [longKey] = new List<object?> { (nint)1 } })
            .ShouldBe($"? |-\n  a\n  b\n: c: 1\n? {longKey}\n: - 1\n");
        YamlWriter.Write(new GoMap { [new string('é', 64)] = null }).ShouldStartWith("é");
    }

    [Fact]
    public void A_map_that_contains_itself_is_an_error()
    {
        var map = new GoMap();
        map["self"] = new List<object?> { map, map };
        Should.Throw<GoValueException>(() => YamlWriter.Write(map)).Message.ShouldContain("contain itself");
    }
}
