using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

public class YamlErrorTests
{
    [Theory]
    [InlineData("a: b: c", 1, 5, "mapping values are not allowed in this context")]
    [InlineData("releases:\n- name: app\n  chart: x\n   namespace: demo\n", 4, 13, "mapping values are not allowed")]
    [InlineData("releases:\n- name: app\n\tchart: x\n", 3, 1, "tab")]
    [InlineData("\ta: b", 1, 1, "tab")]
    [InlineData("a: |\n\tb", 2, 1, "tab")]
    [InlineData("a:\n\t- b", 2, 1, "tab")]
    [InlineData("a: [b,\n  c\nd: e", 3, 2, "did not find expected ',' or ']': the list of line 1 is not closed")]
    [InlineData("a: {b: c", 1, 9, "did not find expected ',' or '}': the map of line 1 is not closed")]
    [InlineData("a: 'x\nb: c\n", 1, 4, "the quote that opens here is not closed")]
    [InlineData("a: \"x\\q\"", 1, 7, "unknown escape character 'q'")]
    [InlineData("a: \"\\ud83d\\ude00\"", 1, 10, "invalid Unicode character escape code")]
    [InlineData("a: b\nc\nd: e", 2, 1, "could not find expected ':'")]
    [InlineData("a: @x", 1, 4, "cannot start any token: put a text that begins with '@' in quotes")]
    [InlineData("a: `x`", 1, 4, "in quotes")]
    [InlineData("a: %x", 1, 4, "in quotes")]
    [InlineData("a: - b", 1, 4, "block sequence entries are not allowed")]
    [InlineData("- a\n - b\n- c: d\n e: f", 4, 2, "did not find expected '-' indicator")]
    [InlineData("a:\n    b: c\n  d: e", 3, 3, "did not find expected key")]
    [InlineData("a:\n  - b\n  c: d", 3, 3, "did not find expected '-' indicator")]
    [InlineData("a: 'b' c", 1, 8, "did not find expected key")]
    [InlineData("   a: [b\nc ]d: e", 2, 4, "did not find expected key")]
    [InlineData("  - 'a\n' - b", 2, 3, "did not find expected '-' indicator")]
    [InlineData("a: ]", 1, 4, "did not find expected node content")]
    [InlineData("[a, , b]", 1, 5, "did not find expected node content")]
    [InlineData("a: [b ? c]", 1, 7, "did not find expected ',' or ']'")]
    [InlineData("a: |x\n", 1, 5, "did not find expected comment or line break")]
    [InlineData("a: *x", 1, 4, "unknown anchor 'x' referenced")]
    [InlineData("a: &x\n  b: *x", 2, 6, "anchor 'x' value contains itself")]
    [InlineData("a: &", 1, 5, "did not find expected alphabetic or numeric character")]
    [InlineData("a: &x &y b", 1, 7, "one anchor and one tag")]
    [InlineData("a: !e!x b", 1, 7, "undefined tag handle !e!")]
    [InlineData("{a: b}: c", 1, 1, "cannot be the key of a map")]
    [InlineData("image: {{ .Values.image }}", 1, 9, "cannot be the key of a map")]
    [InlineData("<<: 1", 1, 1, "map merge requires map")]
    [InlineData("%YAML 1.2\n---\na", 1, 10, "incompatible YAML document")]
    [InlineData("%FOO\n---\na", 1, 5, "unknown directive")]
    [InlineData("{a: b}\n'c", 2, 1, "found unexpected end of stream")]
    [InlineData("{a: b}\n@c", 2, 1, "found character that cannot start any token")]
    [InlineData("a: b\n} ", 2, 1, "did not find expected node content")]
    [InlineData("a: \u0001", 1, 4, "control characters are not allowed: U+0001")]
    [InlineData("...\n", 1, 1, "did not find expected node content")]
    public void A_mistake_is_told_with_its_place_and_a_way_out(string yaml, int line, int column, string told)
    {
        var exception = Should.Throw<YamlReadException>(() => YamlReader.Read(yaml, new YamlReadOptions { File = "values.yaml" }));
        exception.Message.ShouldContain(told);
        exception.Message.ShouldStartWith($"values.yaml: line {line}, column {column}: ");
        exception.Position.ShouldBe(new YamlPosition("values.yaml", line, column));
    }

    [Fact]
    public void A_repeated_key_is_told_with_both_lines()
    {
        var options = new YamlReadOptions { File = "helmfile.yaml", FirstLine = 10 };
        Should.Throw<YamlReadException>(() => YamlReader.Read("replicas: 1\nimage: x\n\"replicas\": 2\n", options)).Message
            .ShouldStartWith("helmfile.yaml: line 12, column 1: mapping key \"replicas\" already defined at line 10");
    }

    [Theory]
    [InlineData("base: 1\n12: x", "12", "an integer")]
    [InlineData("a: {true: x}", "true", "a bool")]
    [InlineData("1.5: x", "1.5", "a float")]
    [InlineData("~: x", "~", "null")]
    [InlineData("2024-01-02: x", "2024-01-02", "a date")]
    public void A_key_that_is_no_text_cannot_be_a_values_key(string yaml, string key, string kind)
    {
        var node = YamlReader.Read(yaml)!;
        var message = Should.Throw<YamlReadException>(() => node.ToValue()).Message;
        message.ShouldContain($"the key {key} is {kind}");
        message.ShouldContain("quotes");
    }

    [Fact]
    public void A_manifest_is_read_as_far_as_kubernetes_reads_it()
    {
        var reader = new ManifestReader();
        Should.Throw<YamlReadException>(() => reader.Read("a: b: c".AsMemory(), "chart/templates/x.yaml", 7)).Message
            .ShouldStartWith("chart/templates/x.yaml: line 7, column 5: mapping values are not allowed");
        Should.Throw<YamlReadException>(() => reader.Read("~: x".AsMemory())).Message.ShouldContain("the key ~ is null");
    }
}
