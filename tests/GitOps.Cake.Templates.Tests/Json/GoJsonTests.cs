using GitOps.Cake.Templates.Json;
using GitOps.Cake.Templates.Tests.Yaml;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Json;

public class GoJsonTests
{
    [Theory]
    [InlineData(0d, "0")]
    [InlineData(-0d, "-0")]
    [InlineData(1d, "1")]
    [InlineData(1e6, "1000000")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.25e-10, "-1.25e-10")]
    [InlineData(0.1, "0.1")]
    public void A_float_takes_an_exponent_only_when_very_small_or_large(double value, string expected) =>
        GoJson.Write(value).ShouldBe(expected);

    public static TheoryData<object?, string> Written => new()
    {
        { null, "null" },
        { true, "true" },
        { (nint)(-3), "-3" },
        { ulong.MaxValue, "18446744073709551615" },
        { "<a & b>", "\"\\u003ca \\u0026 b\\u003e\"" },
        { "tab\tline\nquote\"back\\slash\u0001\b\f\r\u007f", "\"tab\\tline\\nquote\\\"back\\\\slash\\u0001\\b\\f\\r\u007f\"" },
        { "größe € 😀", "\"größe € 😀\"" },
        { "line\u2028para\u2029", "\"line\\u2028para\\u2029\"" },
        { "half \uD800 pair", "\"half \\ufffd pair\"" },
        { new GoMap { ["b"] = new List<object?>(), ["a"] = new GoMap(), ["B"] = null }, "{\"B\":null,\"a\":{},\"b\":[]}" },
        { new GoStringMap { ["z"] = "1", ["a"] = "2" }, "{\"a\":\"2\",\"z\":\"1\"}" },
        { new List<string> { "x" }, "[\"x\"]" },
        { new List<nint> { 1, 2 }, "[1,2]" },
        { GoTime.FromClock(2024, 1, 2), "\"2024-01-02T00:00:00Z\"" },
        { new GoStruct("sprig.certificate", [new("Cert", "c"), new("Key", "k")]), "{\"Cert\":\"c\",\"Key\":\"k\"}" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Values_are_written_as_go_writes_them(object? value, string expected) => GoJson.Write(value).ShouldBe(expected);

    [Fact]
    public void Raw_json_keeps_html_characters() =>
        GoJson.Write(new GoMap { ["url"] = "a&b<>" }, GoJsonForm.Raw).ShouldBe("{\"url\":\"a&b<>\"}");

    [Fact]
    public void Pretty_json_is_indented_by_two_blanks() =>
        GoJson.Write(new GoMap { ["b"] = new List<object?> { (nint)1, (nint)2 }, ["a"] = new GoMap { ["k"] = "v" }, ["e"] = new List<object?>(), ["d"] = new GoMap() }, GoJsonForm.Pretty)
            .ShouldBe("{\n  \"a\": {\n    \"k\": \"v\"\n  },\n  \"b\": [\n    1,\n    2\n  ],\n  \"d\": {},\n  \"e\": []\n}");

    [Fact]
    public void Infinity_has_no_form_in_json() =>
        Should.Throw<GoValueException>(() => GoJson.Write(new List<object?> { double.PositiveInfinity })).Message.ShouldBe("json: unsupported value: +Inf");

    [Theory]
    [InlineData("{\"n\": 3, \"big\": 1000000, \"f\": 1.5e3, \"s\": \"x\", \"l\": [1, {\"k\": null}], \"b\": true}", "map[b:true big:1e+06 f:1500 l:[1 map[k:<nil>]] n:3 s:x]")]
    [InlineData(" true ", "true")]
    [InlineData("\"\\u00e9\\ud83d\\ude00\\/\\n\"", "é😀/\n")]
    [InlineData("\"\\ud800x\"", "\uFFFDx")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "map[]")]
    [InlineData("{\"a\":1,\"a\":2}", "map[a:2]")]
    [InlineData("-0.0", "-0")]
    public void Json_is_read_with_floats_for_numbers(string json, string printed) => GoPrinter.Print(GoJson.Read(json)).ShouldBe(printed);

    [Theory]
    [InlineData("", 0, "unexpected end of JSON input")]
    [InlineData("{not json", 1, "invalid character 'n' looking for beginning of object key string")]
    [InlineData("1 2", 2, "invalid character '2' after top-level value")]
    [InlineData("[1 2]", 3, "invalid character '2' after array element")]
    [InlineData("{\"a\" 1}", 5, "invalid character '1' after object key")]
    [InlineData("{\"a\":1 \"b\"}", 7, "invalid character '\"' after object key:value pair")]
    [InlineData("[1,]", 3, "invalid character ']' looking for beginning of value")]
    [InlineData("{\"a\":1,}", 7, "invalid character '}' looking for beginning of object key string")]
    [InlineData("nul", 3, "unexpected end of JSON input")]
    [InlineData("nulx", 3, "invalid character 'x' in literal null (expecting 'l')")]
    [InlineData("01", 1, "invalid character '1' after top-level value")]
    [InlineData("1.", 2, "unexpected end of JSON input")]
    [InlineData("1.x", 2, "invalid character 'x' after decimal point in numeric literal")]
    [InlineData("-x", 1, "invalid character 'x' in numeric literal")]
    [InlineData("1e400", 0, "json: cannot unmarshal number 1e400 into Go value of type float64")]
    [InlineData("\"a\nb\"", 2, "invalid character '\\n' in string literal")]
    [InlineData("\"\\q\"", 2, "invalid character 'q' in string escape code")]
    [InlineData("\"\\u12g4\"", 5, "invalid character 'g' in \\u hexadecimal character escape")]
    [InlineData("'a'", 0, "invalid character '\\'' looking for beginning of value")]
    [InlineData("é", 0, "invalid character 'Ã' looking for beginning of value")]
    public void Broken_json_is_refused_with_the_words_of_go(string json, int offset, string message)
    {
        var exception = Should.Throw<GoJsonException>(() => GoJson.Read(json));
        exception.Message.ShouldBe(message);
        exception.Offset.ShouldBe(offset);
    }

    [Fact]
    public void Endless_nesting_ends_in_an_error() =>
        Should.Throw<GoJsonException>(() => GoJson.Read(new string('[', 1_000_000))).Message.ShouldBe("exceeded max depth");

    [Fact]
    public void What_is_written_is_read_again()
    {
        var values = new RandomValues(3) { Numbers = RandomNumbers.Floats };
        for (var round = 0; round < 2000; round++)
        {
            var value = values.Next();
            foreach (var form in Enum.GetValues<GoJsonForm>())
                GoValue.DeepEqual(GoJson.Read(GoJson.Write(value, form)), value).ShouldBeTrue(GoJson.Write(value, form));
        }
    }
}
