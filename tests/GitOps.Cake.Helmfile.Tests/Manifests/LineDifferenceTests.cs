using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class LineDifferenceTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b c", "a b c", " a  b  c")]
    [InlineData("", "a b", "+a +b")]
    [InlineData("a b", "", "-a -b")]
    [InlineData("a b c", "a x c", " a -b +x  c")]
    [InlineData("a b c d", "b c", "-a  b  c -d")]
    public void The_shortest_way_is_found(string before, string after, string expected) =>
        string.Join(' ', Compute(Words(before), Words(after)).Select(line => $"{line.Mark}{line.Line}")).ShouldBe(expected);

    [Fact]
    public void Both_texts_can_be_read_from_any_difference()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Lines(random), Lines(random));
            var lines = Compute(before, after);

            lines.Where(line => line.Mark != '+').Select(line => line.Line).ShouldBe(before);
            lines.Where(line => line.Mark != '-').Select(line => line.Line).ShouldBe(after);
        }
    }

    [Fact]
    public void Texts_that_have_nothing_in_common_take_bounded_time()
    {
        var before = Enumerable.Range(0, 50_000).Select(line => $"old {line}").ToArray();
        var after = Enumerable.Range(0, 50_000).Select(line => $"new {line}").ToArray();

        Compute(before, after).Count.ShouldBe(100_000);
    }

    private static List<(char Mark, string Line)> Compute(string[] before, string[] after) => LineDifference.Compute(before, after);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Lines(Random random) =>
        [.. Enumerable.Range(0, random.Next(30)).Select(_ => ((char)('a' + random.Next(4))).ToString())];
}
