using GitOps.Cake.Helmfile.State.Templating;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class RenderedLinesTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "1 2 3")]
    [InlineData("a\n{{ x }}\nc", "a\nvalue\nc", "1 2 3")]
    [InlineData("a\n{{ x }}\nc", "a\none\ntwo\nc", "1 ~2 ~2 3")]
    [InlineData("{{ if }}\na\n{{ end }}\nb", "\na\n\nb", "1 2 3 4")]
    [InlineData("a\n{{- x }}\nb", "a value\nb", "~1 3")]
    [InlineData("x: {{ a }}", "", "1")]
    public void Lines_of_the_output_are_found_in_the_template(string template, string output, string lines)
    {
        var aligned = RenderedLines.Align(template, output);

        var found = Enumerable.Range(1, output.Split('\n').Length).Select(line => aligned.Source(line)).Select(line => $"{(line.IsExact ? "" : "~")}{line.Line}");
        string.Join(' ', found).ShouldBe(lines);
    }

    [Fact]
    public void A_repeated_line_lies_within_its_loop()
    {
        var aligned = RenderedLines.Align("a\n{{ range }}\nitem\n{{ end }}\nc", "a\n\nitem\n\nitem\n\nc");

        aligned.Source(1).ShouldBe((1, true));
        aligned.Source(5).Line.ShouldBeInRange(2, 4);
        aligned.Source(5).IsExact.ShouldBeFalse();
        aligned.Source(7).ShouldBe((5, true));
    }
}
