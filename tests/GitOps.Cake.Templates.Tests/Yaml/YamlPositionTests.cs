using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Templates.Tests.Yaml;

public class YamlPositionTests
{
    [Fact]
    public void Every_node_knows_its_place_in_the_file()
    {
        const string Yaml = """
            # state
            releases:
            - name: app
              values:
              - replicas: 2
                text: |
                  a
                list: [x, "y"]
            """;
        var root = (YamlMapping)YamlReader.Read(Yaml, new YamlReadOptions { File = "helmfile.yaml", FirstLine = 21 })!;
        var releases = root.Find("releases")!;
        releases.KeyNode.Position.ShouldBe(new YamlPosition("helmfile.yaml", 22, 1));
        releases.Value.Position.ShouldBe(new YamlPosition("helmfile.yaml", 23, 1));

        var release = (YamlMapping)((YamlSequence)releases.Value).Items[0];
        release.Position.ShouldBe(new YamlPosition("helmfile.yaml", 23, 3));
        release.Find("name")!.Value.Position.ShouldBe(new YamlPosition("helmfile.yaml", 23, 9));

        var values = (YamlMapping)((YamlSequence)release.Find("values")!.Value).Items[0];
        values.Find("text")!.Value.Position.ShouldBe(new YamlPosition("helmfile.yaml", 26, 11));
        ((YamlSequence)values.Find("list")!.Value).Items[1].Position.ShouldBe(new YamlPosition("helmfile.yaml", 28, 15));
        release.Find("missing").ShouldBeNull();
    }

    [Fact]
    public void A_scalar_keeps_what_was_written_beside_what_it_means()
    {
        var root = (YamlMapping)YamlReader.Read("mode: 0644\nquoted: '0644'\ntimeout: 5m\nnothing:\n")!;
        var mode = (YamlScalar)root.Find("mode")!.Value;
        (mode.Text, mode.Tag, mode.IsQuoted, mode.Value).ShouldBe(("0644", "!!int", false, (nint)420));
        var quoted = (YamlScalar)root.Find("quoted")!.Value;
        (quoted.Text, quoted.Tag, quoted.IsQuoted, quoted.Value).ShouldBe(("0644", "!!str", true, "0644"));
        root.Find("timeout")!.Value.Tag.ShouldBe("!!str");
        root.Find("nothing")!.Value.Tag.ShouldBe("!!null");
        root.Tag.ShouldBe("!!map");
        root.Entries.Select(entry => entry.Key).ShouldBe(["mode", "quoted", "timeout", "nothing"]);
    }
}
