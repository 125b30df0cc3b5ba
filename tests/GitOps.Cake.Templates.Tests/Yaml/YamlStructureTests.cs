using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

public class YamlStructureTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { "", "<nil>" },
        { "# only\n\n", "<nil>" },
        { "---\n", "<nil>" },
        { "{a: b}\nmore: 1", "map[a:b]" },
        { "{a: b}} ]", "map[a:b]" },
        { "  a: b\nc: d", "map[a:b]" },
        { "a", "a" },
        { "a: b", "map[a:b]" },
        { "a:b", "a:b" },
        { "http://x: y", "map[http://x:y]" },
        { "a : b", "map[a:b]" },
        { "'q k' : v\n\"q\\tk\": w", "map[q\tk:w q k:v]" },
        { ":a: :b", "map[:a::b]" },
        { "- :x\n- ?y\n- -z", "[:x ?y -z]" },
        { "a:\nb:\n\nc: ''", "map[a:<nil> b:<nil> c:]" },
        { "a:\n- b\n- c\nd: e", "map[a:[b c] d:e]" },
        { "a:\n  - b\n  -\n  - - c\n    - d\n  -\n    e: f", "map[a:[b <nil> [c d] map[e:f]]]" },
        { "- a: 1\n  b:\n  - c\n  -  d: 2\n     e: 3", "[map[a:1 b:[c map[d:2 e:3]]]]" },
        { "a: b # c\n# d\ne: f#g", "map[a:b e:f#g]" },
        { "a: [b]#c\n", "map[a:[b]]" },
        { "a: x\n  y\n\n  z\nb: w", "map[a:x y\nz b:w]" },
        { "a\nb", "a b" },
        { "a: 'it''s'\nb: \"\\x41\\u00e9\\U0001F600\\t\\\\\\\"\\'\\e\\_\"", "map[a:it's b:Aé😀\t\\\"'\u001B\u00A0]" },
        { "a: \"x \\\n   y\\\n\n  z\n   w  \n\n  v\"", "map[a:x y\nz w\nv]" },
        { "a: \"x\ny\"", "map[a:x y]" },
        { "a: 'x\n\n  y '' z\n  '", "map[a:x\ny ' z ]" },
        { "a: |\n  x\n   y\n\n  z\nb: c", "map[a:x\n y\n\nz\n b:c]" },
        { "a: |-\n\n  x\n\nb: |+\n  y\n\n", "map[a:\nx b:y\n\n]" },
        { "a: >\n  x\n  y\n\n   z\n  w\n", "map[a:x y\n\n z\nw\n]" },
        { "a: |2\n    x\n   y\n", "map[a:  x\n y\n]" },
        { "a: |\n# c\nb: >-2 # d\n   x\n", "map[a: b: x]" },
        { "a:\n|\n  x\n", "map[a:x\n]" },
        { "|\n x\n", "x\n" },
        { "a: {b: c, \"d\":1, 'e': [f, g], h, i: , j: {}}\n", "map[a:map[b:c d:1 e:[f g] h:<nil> i:<nil> j:map[]]]" },
        { "a: [\n  b,\n  c # d\n]\ne: {\n}\n", "map[a:[b c] e:map[]]" },
        { "  a: [\n  b,\n  c\n  ]\n  d: e", "map[a:[b c] d:e]" },
        { "- [\na\n]", "[[a]]" },
        { "[a: b, ? c : d, http://x:80/y, -, -1, a b,]", "[map[a:b] map[c:d] http://x:80/y - -1 a b]" },
        { "{a:1}", "map[a:1:<nil>]" },
        { "{a: b,\n c: d\n e}", "map[a:b c:d e]" },
        { "? a\n: b\n? c\n? |\n  d\n: - e\n", "map[a:b c:<nil> d\n:[e]]" },
        { "%YAML 1.1\n%TAG !e! tag:yaml.org,2002:\n--- # c\na: !e!str 1\n...\n", "map[a:1]" },
        { "--- a\n---\nb", "a" },
        { "\uFEFFa: b", "map[a:b]" },
        { "a: b\r\nc: |\r\n  d\r\n  e\r\n", "map[a:b c:d\ne\n]" },
        { "a:\tb\t# c\nd: 'e'\t", "map[a:b d:e]" },
        { "a: b\u2028 c", "map[a:b\u2028c]" },
        { "kéy: 中 😀", "map[kéy:中 😀]" },
        { "a: {{b: c}: d}", "error" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_as_go_yaml_reads_it(string yaml, string expected) => Printed(() => YamlReader.ReadValue(yaml)).ShouldBe(expected);

    [Fact]
    public void Several_documents_of_a_stream_are_read_one_by_one()
    {
        YamlReader.ReadAll("a: 1\n---\n- b\n...\n---\n# c\n--- d\n").Select(node => GoPrinter.Print(node.ToValue())).ShouldBe(["map[a:1]", "[b]", "<nil>", "d"]);
        YamlReader.ReadAll("# nothing\n").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a: &x {b: c}\nd: *x", "map[a:map[b:c] d:map[b:c]]")]
    [InlineData("a: &x\n  b: c\nd:\n  <<: *x\n  b: z", "map[a:map[b:c] d:map[b:z]]")]
    [InlineData("a: &x\n  {b: c}\nd: *x", "map[a:map[b:c] d:map[b:c]]")]
    [InlineData("&k a: &v b\n*k : *v", "error")]
    [InlineData("- &k a\n- *k : b", "[a map[a:b]]")]
    [InlineData("d: {b: 2, <<: {b: 1, c: 3}}", "map[d:map[b:2 c:3]]")]
    [InlineData("d:\n  <<: [{a: 1}, {a: 2, b: 3}]\n  c: 4", "map[d:map[a:1 b:3 c:4]]")]
    [InlineData("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b, x: ~}", "[map[x:1] map[x:1 y:2] map[x:<nil> y:2]]")]
    [InlineData("\"<<\": {a: 1}", "map[<<:map[a:1]]")]
    [InlineData("a: <<", "map[a:<<]")]
    [InlineData("- &x\n- *x", "[<nil> <nil>]")]
    [InlineData("- &a b: 1\n- *a", "[map[b:1] b]")]
    [InlineData("- &a\n  b: 1\n- *a", "[map[b:1] map[b:1]]")]
    [InlineData("- !!map\n  b: 1\n- !x &y\n - z", "[map[b:1] [z]]")]
    public void Anchors_aliases_and_merges_are_resolved(string yaml, string expected) => Printed(() => YamlReader.ReadValue(yaml)).ShouldBe(expected);

    [Fact]
    public void What_an_alias_gives_is_a_copy()
    {
        var value = (GoMap)YamlReader.ReadValue("a: &x {b: c}\nd: *x")!;
        ((GoMap)value["d"]!)["b"] = "changed";
        GoPrinter.Print(value).ShouldBe("map[a:map[b:c] d:map[b:changed]]");
    }

    private static string Printed(Func<object?> read)
    {
        try
        {
            return GoPrinter.Print(read());
        }
        catch (YamlReadException)
        {
            return "error";
        }
    }
}
