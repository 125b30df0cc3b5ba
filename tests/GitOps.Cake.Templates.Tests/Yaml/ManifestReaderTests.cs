using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

public class ManifestReaderTests
{
    private const string Stream = """
        ---
        # Source: app/templates/service.yaml
        apiVersion: v1
        kind: Service
        metadata:
          name: app
        spec:
          ports:
          - port: 80
            protocol: TCP

        ---

        # Source: app/charts/db/templates/config.yaml
        # a comment
        kind: ConfigMap
        data:
          script: |
            echo "---"
             ---
            done
          on: yes
        --- # nothing
        # Source: app/templates/empty.yaml

        ---
        kind: Secret
        """;

    [Fact]
    public void A_stream_is_split_into_the_texts_of_its_documents()
    {
        var documents = ManifestStream.Split(Stream);
        documents.Select(document => document.Source).ShouldBe(["app/templates/service.yaml", "app/charts/db/templates/config.yaml", null]);
        documents.Select(document => document.Line).ShouldBe([2, 14, 27]);
        documents[0].Text.ToString().ShouldStartWith("# Source: app/templates/service.yaml\napiVersion: v1\n");
        documents[0].Text.ToString().ShouldEndWith("    protocol: TCP");
        documents[2].Text.ToString().ShouldBe("kind: Secret");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n# only\n---\n", 0)]
    [InlineData("a: 1", 1)]
    [InlineData("---\na: 1\n---\r\nb: 2\n---\n", 2)]
    [InlineData("a: 1\n----\n", 1)]
    [InlineData("a: x\n ---\n", 1)]
    public void Only_lines_of_three_dashes_split(string stream, int count) => ManifestStream.Split(stream).Count.ShouldBe(count);

    [Fact]
    public void Documents_are_read_by_the_rules_of_kubernetes()
    {
        var reader = new ManifestReader();
        var documents = ManifestStream.Split(Stream);
        GoPrinter.Print(reader.Read(documents[0]))
            .ShouldBe("map[apiVersion:v1 kind:Service metadata:map[name:app] spec:map[ports:[map[port:80 protocol:TCP]]]]");
        GoPrinter.Print(reader.Read(documents[1])).ShouldBe("map[data:map[script:echo \"---\"\n ---\ndone\n true:true] kind:ConfigMap]");
    }

    [Theory]
    [InlineData("1: a\n1.5: b\n1e6: c\ntrue: d\noff: e\n\"2\": f", "map[1:a 1.5:b 1e+06:c 2:f false:e true:d]")]
    [InlineData("0.1: a\n1e20: b\n.inf: c", "map[.inf:c 0.1:a 1e+20:b]")]
    [InlineData("a: 1\na: 2", "map[a:2]")]
    [InlineData("a: &x {b: 1, c: 2}\nd: {b: 0, <<: *x, c: 9}", "map[a:map[b:1 c:2] d:map[b:1 c:9]]")]
    [InlineData("d:\n  <<: [{a: 1}, {a: 2, b: 3}]", "map[d:map[a:1 b:3]]")]
    [InlineData("- &x 1\n- *x\n- *x : z", "[1 1 map[1:z]]")]
    [InlineData("? yes\n: a", "map[true:a]")]
    [InlineData("  a: 1\nb: 2", "map[a:1]")]
    [InlineData("", "<nil>")]
    public void Keys_merges_and_repetitions_follow_kubernetes(string yaml, string expected) =>
        GoPrinter.Print(new ManifestReader().Read(yaml.AsMemory())).ShouldBe(expected);

    [Fact]
    public void An_alias_in_a_manifest_is_a_copy()
    {
        var map = (GoMap)new ManifestReader().Read("a: &x {b: c}\nd: *x".AsMemory())!;
        map["a"].ShouldNotBeSameAs(map["d"]);
    }
}
