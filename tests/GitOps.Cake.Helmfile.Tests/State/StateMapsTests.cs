using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class StateMapsTests
{
    [Theory]
    [InlineData("{a: 1, b: 1}", "{b: 2}", "{a: 1, b: 2}")]
    [InlineData("{a: {x: 1, y: 1}}", "{a: {y: 2}}", "{a: {x: 1, y: 2}}")]
    [InlineData("{a: true, b: 1, c: x}", "{a: false, b: 0, c: ''}", "{a: false, b: 0, c: ''}")]
    [InlineData("{a: [1, 2]}", "{a: []}", "{a: []}")]
    [InlineData("{a: 1}", "{a: null, b: null}", "{a: null, b: null}")]
    [InlineData("{a: {x: 1}}", "{a: {}}", "{a: {x: 1}}")]
    [InlineData("{a: {x: 1}, b: text}", "{a: text, b: {x: 1}}", "{a: text, b: {x: 1}}")]
    [InlineData("{a: [1, 2]}", "{a: [null, 3]}", "{a: [null, 3]}")]
    public void Entries_of_one_list_override(string lower, string upper, string expected)
    {
        var target = Map(lower);

        StateMaps.Override(target, Map(upper));

        YamlWriter.Write(target).ShouldBe(YamlWriter.Write(Map(expected)));
    }

    [Theory]
    [InlineData("{a: 1, b: 1}", "{b: 2}", "{a: 1, b: 2}")]
    [InlineData("{a: 1}", "{a: null, b: null}", "{a: 1, b: null}")]
    [InlineData("{a: [1, 2]}", "{a: []}", "{a: []}")]
    [InlineData("{a: [1, 2, 3]}", "{a: [null, 5]}", "{a: [1, 5, 3]}")]
    [InlineData("{a: [{x: 1}]}", "{a: [null, {y: 2}]}", "{a: [{x: 1}, {y: 2}]}")]
    [InlineData("{a: [{x: 1}, 2]}", "{a: [{y: 2}, null]}", "{a: [{x: 1, y: 2}, 2]}")]
    [InlineData("{a: {x: 1}}", "{a: text}", "{a: text}")]
    public void Layers_lie_over_each_other(string lower, string upper, string expected) =>
        YamlWriter.Write(StateMaps.Layer(Map(lower), Map(upper))).ShouldBe(YamlWriter.Write(Map(expected)));

    [Theory]
    [InlineData("{a: [1, 2, 3]}", "{a: [null, 5]}", "{a: [1, 5, 3]}")]
    [InlineData("{a: [1, 2, 3]}", "{a: [5]}", "{a: [5, 2, 3]}")]
    [InlineData("{a: [1]}", "{a: [null, null, 3]}", "{a: [1, null, 3]}")]
    public void Lists_of_the_command_line_are_merged_item_by_item(string lower, string upper, string expected) =>
        YamlWriter.Write(StateMaps.Layer(Map(lower), Map(upper), mergeLists: true)).ShouldBe(YamlWriter.Write(Map(expected)));

    [Fact]
    public void A_layered_map_shares_nothing_with_its_layers()
    {
        var lower = Map("{a: {x: [1]}}");

        var layered = StateMaps.Layer(lower, new GoMap());
        ((List<object?>)((GoMap)layered["a"]!)["x"]!).Add("more");

        YamlWriter.Write(lower).ShouldBe("a:\n  x:\n    - 1\n");
    }

    private static GoMap Map(string yaml) => (GoMap)YamlReader.ReadValue(yaml)!;
}
