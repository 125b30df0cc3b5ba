using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class StateValueArgumentsTests
{
    [Theory]
    [InlineData("a=true,b=FALSE,c=Null", "{a: true, b: false, c: null}")]
    [InlineData("a=0,b=42,c=-3,d=+3", "{a: 0, b: 42, c: -3, d: 3}")]
    [InlineData("a=007,b=1.5,c=on,d=,e=00", "{a: '007', b: '1.5', c: 'on', d: '', e: '00'}")]
    [InlineData("a.b.c=deep,a.b.d=x=y", "{a: {b: {c: deep, d: x=y}}}")]
    [InlineData(@"labels.app\.kubernetes\.io/part=web", "{labels: {app.kubernetes.io/part: web}}")]
    [InlineData("a[1]=x,a[0]=y", "{a: [y, x]}")]
    [InlineData("a[1].b=x", "{a: [null, {b: x}]}")]
    [InlineData("a=1,a=2", "{a: 2}")]
    public void Typed_values_are_read(string argument, string expected) =>
        YamlWriter.Write(StateValueArguments.Parse([argument], [])).ShouldBe(YamlWriter.Write(YamlReader.ReadValue(expected)));

    [Theory]
    [InlineData("a=42,b=true,c=null", "{a: '42', b: 'true', c: 'null'}")]
    [InlineData("a='1,2',b=3", "{a: \"'1,2'\", b: '3'}")]
    public void Text_values_stay_texts(string argument, string expected) =>
        YamlWriter.Write(StateValueArguments.Parse([], [argument])).ShouldBe(YamlWriter.Write(YamlReader.ReadValue(expected)));

    [Fact]
    public void Of_one_path_set_both_ways_the_typed_value_wins() =>
        YamlWriter.Write(StateValueArguments.Parse(["a=1"], ["a=2,b=2"])).ShouldBe("a: 1\nb: \"2\"\n");

    [Theory]
    [InlineData("justakey", "justakey")]
    [InlineData("=value", "names nothing")]
    [InlineData("a=1,a.b=2", "goes through a")]
    public void What_cannot_be_read_is_an_error_that_shows_it(string argument, string fact) =>
        Should.Throw<InvalidSettingsException>(() => StateValueArguments.Parse([argument], [])).Message.ShouldContain(fact);

    // Later arguments win as a whole where they change the kind of a value.
    [Fact]
    public void A_list_takes_the_place_of_a_map() =>
        YamlWriter.Write(StateValueArguments.Parse(["a.b=1,a[0]=2"], [])).ShouldBe("a:\n  - 2\n");
}
