using GitOps.Cake.Helmfile.State.Files;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class GoGlobTests
{
    [Theory]
    [InlineData("*", "a", true)]
    [InlineData("*.yaml", "a.yaml", true)]
    [InlineData("*.yaml", ".yaml", true)]
    [InlineData("*.y*ml", "a.yml", true)]
    [InlineData("*.y*ml", "a.yaml.gotmpl", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[^a-c]x", "bx", false)]
    [InlineData("[ab]*[0-9]", "apple7", true)]
    [InlineData(@"\*", "*", true)]
    [InlineData(@"\*", "a", false)]
    [InlineData("", "", true)]
    [InlineData("a", "", false)]
    public void Patterns_match_names(string pattern, string name, bool matches) => GoGlob.IsMatch(pattern, name).ShouldBe(matches);

    [Theory]
    [InlineData("[a")]
    [InlineData(@"\")]
    public void A_pattern_that_is_not_closed_is_an_error(string pattern) =>
        Should.Throw<FormatException>(() => GoGlob.IsMatch(pattern, "a"));

    [Theory]
    [InlineData("*/*.yaml", "a/1.yaml a/2.yaml b/10.yaml")]
    [InlineData("b/*.yaml", "b/10.yaml")]
    [InlineData("a/1.yaml", "a/1.yaml")]
    [InlineData("a", "a")]
    [InlineData("none/*.yaml", "")]
    [InlineData("absent.yaml", "")]
    public void Files_are_found_in_the_order_of_their_names(string pattern, string found)
    {
        using var folder = new StateFolder(("a/2.yaml", ""), ("a/1.yaml", ""), ("b/10.yaml", ""), ("b/x.txt", ""));

        var files = GoGlob.Expand(Path.Combine(folder.Path, pattern));

        string.Join(' ', files.Select(file => Path.GetRelativePath(folder.Path, file))).ShouldBe(found);
    }
}
