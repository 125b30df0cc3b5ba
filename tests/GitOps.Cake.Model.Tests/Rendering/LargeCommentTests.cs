using System.Text.RegularExpressions;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace GitOps.Cake.Tests.Rendering;

/// <summary>What is cut off for its length is Markdown all the same.</summary>
public class LargeCommentTests
{
    private static readonly MarkdownPipeline _gitHub = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Theory]
    [InlineData(300, 10)]
    [InlineData(300, 2_000)]
    [InlineData(60, 40_000)]
    public void A_comment_on_many_releases_is_whole_Markdown_with_a_line_for_each(int releases, int length)
    {
        var diff = string.Concat(Enumerable.Repeat("+x: ```\n", length / 8));
        var plan = Sample.Of([.. Enumerable.Range(0, releases).Select(number => Sample.Upgrade(
            $"web{number}", Sample.Resource("Deployment", "a", ResourceChangeKind.Changed, Sample.Field("x", "1", "2")) with { Diff = diff }))]);

        var comment = new PlanComment(new() { Kind = "plan", Key = plan.Scope, Sha = "0123456789abcdef" }, "https://ci.example/1").Of(plan);

        comment.Length.ShouldBeLessThanOrEqualTo(PlanComment.Longest);
        var document = Markdown.Parse(comment, _gitHub);
        document.Descendants<Table>().ShouldHaveSingleItem().Count.ShouldBe(releases + 1);
        var html = string.Concat(document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()));
        Regex.Count(html, "<details").ShouldBe(Regex.Count(html, "</details>"));
        comment.ShouldContain(plan.Digest);
    }
}
